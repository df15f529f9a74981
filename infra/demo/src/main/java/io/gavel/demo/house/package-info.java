/** The house: keeps enough lots up. */
@NullMarked
package io.gavel.demo.house;

import org.jspecify.annotations.NullMarked;
