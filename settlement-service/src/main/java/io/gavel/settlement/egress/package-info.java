/** Which addresses may be called when somebody else says where. */
@NullMarked
package io.gavel.settlement.egress;

import org.jspecify.annotations.NullMarked;
