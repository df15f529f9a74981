/**
 * Photos of lots (ADR 21): what sellers send is looked at, made small, stripped of all that is not
 * picture, kept, and served for ever.
 */
@NullMarked
package io.gavel.bidding.photos;

import org.jspecify.annotations.NullMarked;
