# Gavel's topics as they are on one machine: name, partitions, settings. Those that are there already stay as they are.
set -eu

topic() {
    name=$1 partitions=$2
    shift 2
    set -- $(for setting in "$@"; do printf -- '--config %s ' "$setting"; done)
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
        --topic "$name" --partitions "$partitions" --replication-factor 1 "$@"
}

topic gavel.lot-commands.v1 16 message.timestamp.type=LogAppendTime retention.ms=-1
topic gavel.lot-events.v1 16 retention.ms=-1
topic gavel.decisions.v1 16
topic gavel.sales.v1 16 cleanup.policy=compact
topic gavel.bidders.v1 16 cleanup.policy=compact
topic gavel.lot-commands.v1.dlt 16 retention.ms=-1
topic gavel.lot-events.v1.dlt 16 retention.ms=-1
topic gavel.decisions.v1.dlt 16 retention.ms=-1
topic gavel.sales.v1.dlt 16 retention.ms=-1
topic gavel.bidders.v1.dlt 16 retention.ms=-1
