/**
 * The whole of Gavel on one machine: real PostgreSQL, a real Kafka broker, the three services as
 * processes.
 */
@NullMarked
package io.gavel.localstack;

import org.jspecify.annotations.NullMarked;
