@NullMarked
package io.gavel.settings;

import org.jspecify.annotations.NullMarked;
