/** What is to be told to somebody outside: kept until he has it, or until it is given up. */
@NullMarked
package io.gavel.settlement.outbox;

import org.jspecify.annotations.NullMarked;
