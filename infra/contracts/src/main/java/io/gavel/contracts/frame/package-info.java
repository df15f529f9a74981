/** The frames of the WebSocket protocol gavel.v1 and its close codes. */
@NullMarked
package io.gavel.contracts.frame;

import org.jspecify.annotations.NullMarked;
