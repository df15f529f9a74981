package io.gavel.gateway.vitals;

import java.util.Map;

/** A value of a metric, as Prometheus reads it. */
record Sample(String name, Map<String, String> labels, double value) {}
