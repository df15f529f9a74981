/** What operators see: metrics, recorded series, alerts and dashboards of infra/observability. */
@NullMarked
package io.gavel.systemtests.observability;

import org.jspecify.annotations.NullMarked;
