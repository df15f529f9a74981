/** Who may call: tokens are validated here too, whoever forwards them. */
@NullMarked
package io.gavel.bidding.access;

import org.jspecify.annotations.NullMarked;
