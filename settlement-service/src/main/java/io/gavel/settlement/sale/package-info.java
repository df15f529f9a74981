/** What a closed lot turned into: decided once, published, and shown to those it concerns. */
@NullMarked
package io.gavel.settlement.sale;

import org.jspecify.annotations.NullMarked;
