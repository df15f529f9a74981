@NullMarked
package io.gavel.demo.house;

import org.jspecify.annotations.NullMarked;
