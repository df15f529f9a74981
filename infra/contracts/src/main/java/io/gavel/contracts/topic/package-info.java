/** Names, headers and settings of the Kafka topics. */
@NullMarked
package io.gavel.contracts.topic;

import org.jspecify.annotations.NullMarked;
