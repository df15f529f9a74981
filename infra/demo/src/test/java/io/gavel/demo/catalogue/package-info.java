@NullMarked
package io.gavel.demo.catalogue;

import org.jspecify.annotations.NullMarked;
