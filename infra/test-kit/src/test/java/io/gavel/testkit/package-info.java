/** The test kit, put to the test. */
@NullMarked
package io.gavel.testkit;

import org.jspecify.annotations.NullMarked;
