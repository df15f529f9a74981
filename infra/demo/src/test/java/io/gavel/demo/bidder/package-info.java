@NullMarked
package io.gavel.demo.bidder;

import org.jspecify.annotations.NullMarked;
