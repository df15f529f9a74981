/** The batch writer: commands in, one transaction, decisions and events out, then the offset. */
@NullMarked
package io.gavel.bidding.batch;

import org.jspecify.annotations.NullMarked;
