#!/usr/bin/env bash
# Writes prometheusrule.yaml anew from prometheus/rules.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
{
    cat <<'END'
# The rules of prometheus/rules, for the Prometheus operator. Made by ./prometheusrule.sh; a test sees that they are the same.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gavel
  labels:
    app.kubernetes.io/part-of: gavel
spec:
  groups:
END
    for file in prometheus/rules/*.rules.yaml; do
        sed -n '/^groups:$/,$p' "$file" | sed -e 1d -e 's/^./  &/'
    done
} >prometheusrule.yaml
