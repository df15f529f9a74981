@NullMarked
package io.gavel.demo.room;

import org.jspecify.annotations.NullMarked;
