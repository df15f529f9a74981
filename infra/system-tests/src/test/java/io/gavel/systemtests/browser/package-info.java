/** The story as people see it: the page in a real browser, against the real services. */
@NullMarked
package io.gavel.systemtests.browser;

import org.jspecify.annotations.NullMarked;
