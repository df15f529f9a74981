/**
 * {@code ./gavel replay}: the decision core alone, run over a log of commands. Gives the bytes that
 * production gives, or tells what would be different.
 */
@NullMarked
package io.gavel.replay;

import org.jspecify.annotations.NullMarked;
