/** A payment provider that moves no money: charges by key, signed webhooks, faults on demand. */
@NullMarked
package io.gavel.sandbox;

import org.jspecify.annotations.NullMarked;
