package io.gavel.settings;

import java.time.Duration;

/** Durations as one sets them: {@code 200ms}, {@code 5s}, {@code 3d}. */
final class Durations {
    private Durations() {}

    /** In the largest unit that it is a whole number of. */
    static String written(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toMinutesPart() != 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHoursPart() != 0 ? duration.toHours() + "h" : duration.toDays() + "d";
    }
}
