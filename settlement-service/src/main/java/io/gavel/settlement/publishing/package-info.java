/** Rows that are sent to Kafka and then marked as sent. */
@NullMarked
package io.gavel.settlement.publishing;

import org.jspecify.annotations.NullMarked;
