/** The pages of docs/configuration, from the properties records. */
@NullMarked
package io.gavel.testkit.settings;

import org.jspecify.annotations.NullMarked;
