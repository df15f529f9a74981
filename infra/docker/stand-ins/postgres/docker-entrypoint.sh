#!/usr/bin/env bash
# Makes the cluster and its first database on the first start, then becomes the server; what postgres:18 does, as far as it is used.
# Takes POSTGRES_USER, POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE, POSTGRES_DB, POSTGRES_INITDB_ARGS, POSTGRES_HOST_AUTH_METHOD, PGDATA.
set -euo pipefail

[ "${1:0:1}" != '-' ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres: "$PGDATA" /var/run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
mkdir -p "$PGDATA"
chmod 700 "$PGDATA"

run_init_files() {
    local file
    for file in /docker-entrypoint-initdb.d/*; do
        case $file in
        *.sh) echo "running $file" && bash "$file" ;;
        *.sql) echo "running $file" && psql -q -v ON_ERROR_STOP=1 --no-psqlrc -d "$POSTGRES_DB" -f "$file" ;;
        esac
    done
}

first_start() {
    export POSTGRES_USER=${POSTGRES_USER:-postgres}
    export POSTGRES_DB=${POSTGRES_DB:-$POSTGRES_USER} PGUSER=$POSTGRES_USER
    local password=${POSTGRES_PASSWORD:-} method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
    [ -z "${POSTGRES_PASSWORD_FILE:-}" ] || password=$(<"$POSTGRES_PASSWORD_FILE")
    if [ -z "$password" ] && [ "$method" != trust ]; then
        echo "POSTGRES_PASSWORD: nothing (expected: a password, or POSTGRES_HOST_AUTH_METHOD=trust)" >&2
        exit 1
    fi
    # shellcheck disable=SC2086 # several arguments are meant
    initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$password") ${POSTGRES_INITDB_ARGS:-}
    printf "listen_addresses = '*'\nunix_socket_directories = '/var/run/postgresql'\n" >>"$PGDATA/postgresql.conf"
    printf '\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
    pg_ctl -w -o "-c listen_addresses=''" start
    if [ "$POSTGRES_DB" != postgres ]; then
        psql -q -v ON_ERROR_STOP=1 -d postgres -v db="$POSTGRES_DB" <<<'create database :"db"'
    fi
    run_init_files
    pg_ctl -w -m fast stop
    printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

[ -s "$PGDATA/PG_VERSION" ] || first_start
unset POSTGRES_PASSWORD
exec "$@"
