package io.gavel.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads the time of a record: any ISO 8601 instant, cut to the milliseconds that a log has. */
final class LogTime {

    private static final int USUAL_LENGTH = "2026-11-22T14:03:07.412Z".length();

    private LogTime() {}

    /**
     * Reads an instant.
     *
     * @throws DateTimeException if it is not one in the years 0 to 9999
     */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : any(text);
    }

    private static Instant any(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > 9998) {
            throw new DateTimeException("year " + time.getYear() + " (expected: 0 to 9998)");
        }
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As Gavel writes it; nearly every line has that, and a formatter takes ten times as long. */
    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException(text + " (expected: a time of day)");
        }
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        long seconds = date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 23) * 1_000_000L);
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL_LENGTH) {
            return false;
        }
        for (int i = 0; i < USUAL_LENGTH; i++) {
            char expected = "0000-00-00T00:00:00.000Z".charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }
}
