/**
 * Takes all decisions on a lot in the order of its partition, keeps them, publishes them and
 * answers for them.
 */
@NullMarked
package io.gavel.bidding;

import org.jspecify.annotations.NullMarked;
