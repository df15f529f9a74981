/** Which bids need not be sent to the log, since it can only refuse them; decided without doubt. */
@NullMarked
package io.gavel.gateway.advice;

import org.jspecify.annotations.NullMarked;
