/** The final sale, to watchers and to those it concerns. */
@NullMarked
package io.gavel.gateway.sale;

import org.jspecify.annotations.NullMarked;
