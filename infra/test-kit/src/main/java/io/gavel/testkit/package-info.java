/** What the tests of every module share: real servers, and architecture rules. */
@NullMarked
package io.gavel.testkit;

import org.jspecify.annotations.NullMarked;
