/**
 * What the services share of their settings: an unknown one or a value that cannot be stops the
 * start with a sentence, and secrets come from the environment or from files (ADR 28).
 */
@NullMarked
package io.gavel.settings;

import org.jspecify.annotations.NullMarked;
