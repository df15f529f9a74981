/**
 * The one JSON mapper, and reading fields with messages that say what came and what was expected.
 */
@NullMarked
package io.gavel.contracts.json;

import org.jspecify.annotations.NullMarked;
