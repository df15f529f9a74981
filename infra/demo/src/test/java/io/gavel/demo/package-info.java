@NullMarked
package io.gavel.demo;

import org.jspecify.annotations.NullMarked;
