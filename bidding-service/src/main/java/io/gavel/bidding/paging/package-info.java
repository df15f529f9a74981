/** What a reader asks for, checked, and where his next page begins. */
@NullMarked
package io.gavel.bidding.paging;

import org.jspecify.annotations.NullMarked;
