/** The demo as a program: who plays in it, and where. */
@NullMarked
package io.gavel.demo;

import org.jspecify.annotations.NullMarked;
