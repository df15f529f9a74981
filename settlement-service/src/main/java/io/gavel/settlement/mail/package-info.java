/** Email: where people get it, how it looks, how it leaves. */
@NullMarked
package io.gavel.settlement.mail;

import org.jspecify.annotations.NullMarked;
