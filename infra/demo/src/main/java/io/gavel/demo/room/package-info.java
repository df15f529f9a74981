/** The bidders in the room: who looks at what, and who bids now. */
@NullMarked
package io.gavel.demo.room;

import org.jspecify.annotations.NullMarked;
