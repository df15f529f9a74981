/**
 * The pure part of the verifiable log: versions, hash chain and exact bytes of events and
 * decisions.
 */
@NullMarked
package io.gavel.bidding.log;

import org.jspecify.annotations.NullMarked;
