/** Reading and sending Kafka records: what cannot be read goes aside, every wait is bounded. */
@NullMarked
package io.gavel.settlement.records;

import org.jspecify.annotations.NullMarked;
