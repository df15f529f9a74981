/** Who may call: tokens are checked here, whoever forwarded the call. */
@NullMarked
package io.gavel.settlement.auth;

import org.jspecify.annotations.NullMarked;
