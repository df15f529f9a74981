/** What the demo's sellers have to sell. */
@NullMarked
package io.gavel.demo.catalogue;

import org.jspecify.annotations.NullMarked;
