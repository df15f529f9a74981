/** Pictures of what the demo sells: drawn here, so nobody's rights are touched. */
@NullMarked
package io.gavel.demo.picture;

import org.jspecify.annotations.NullMarked;
