/** How the services are doing, by their own metrics, for operators at a glance. */
@NullMarked
package io.gavel.gateway.vitals;

import org.jspecify.annotations.NullMarked;
