#!/usr/bin/env bash
# Becomes a Java program of Kafka: kafka-run-class.sh CLASS [ARGUMENT...]
# shellcheck disable=SC2086 # several arguments are meant
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} ${KAFKA_OPTS:-} -cp "/etc/kafka/docker:/opt/kafka/libs/*" \
    "-Dlogback.configurationFile=/etc/kafka/docker/${KAFKA_LOGBACK:-tools}.xml" "$@"
