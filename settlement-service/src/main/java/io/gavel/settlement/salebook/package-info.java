/** The book of all sales: kept, moved on, published, and shown to those they concern. */
@NullMarked
package io.gavel.settlement.salebook;

import org.jspecify.annotations.NullMarked;
