/** Who is let in and how often somebody may ask: pure rules, time is given in. */
@NullMarked
package io.gavel.gateway.admission;

import org.jspecify.annotations.NullMarked;
