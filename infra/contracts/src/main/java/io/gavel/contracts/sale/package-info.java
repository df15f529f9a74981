/** What a closed lot turned into. */
@NullMarked
package io.gavel.contracts.sale;

import org.jspecify.annotations.NullMarked;
