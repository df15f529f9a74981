/**
 * The way of a message through all services, as spans of a trace (ADR 30). What a span may say is
 * an allow-list; where nothing is traced, nothing is done.
 */
@NullMarked
package io.gavel.tracing;

import org.jspecify.annotations.NullMarked;
