/** Tests of what the bench is told and what it tells. */
@NullMarked
package io.gavel.bench;

import org.jspecify.annotations.NullMarked;
