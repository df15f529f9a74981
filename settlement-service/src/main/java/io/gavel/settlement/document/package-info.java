/** Invoices, credit notes and statements: what is on them, as HTML and as PDF. */
@NullMarked
package io.gavel.settlement.document;

import org.jspecify.annotations.NullMarked;
