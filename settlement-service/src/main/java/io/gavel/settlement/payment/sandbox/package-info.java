/** The provider that moves no money, over HTTP. */
@NullMarked
package io.gavel.settlement.payment.sandbox;

import org.jspecify.annotations.NullMarked;
