@NullMarked
package io.gavel.demo.picture;

import org.jspecify.annotations.NullMarked;
