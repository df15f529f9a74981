/** Real servers, started, killed and started again. */
@NullMarked
package io.gavel.localstack;

import org.jspecify.annotations.NullMarked;
