/**
 * Webhooks to sellers, as Standard Webhooks has it. Those of payment providers come the other way.
 */
@NullMarked
package io.gavel.settlement.sellerhook;

import org.jspecify.annotations.NullMarked;
