/** Measures Gavel beside what it wants to be better than, in the same run on the same servers. */
@NullMarked
package io.gavel.bench;

import org.jspecify.annotations.NullMarked;
