package io.gavel.bidding.paging;

import static io.gavel.bidding.store.LotRow.column;

import io.r2dbc.spi.Readable;
import java.time.Instant;

/** What a list is sorted by. */
public sealed interface Key {

    /** The end of the years with four digits. */
    Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** As the database takes it. */
    Object value();

    /** Without a space; {@link Kind#parse} reads it. */
    default String text() {
        return value().toString();
    }

    /** A point in time, such as the end. */
    record Time(Instant value) implements Key {}

    /** A whole number, such as a price. */
    record Amount(Long value) implements Key {}

    /** How well a lot fits what was searched for. */
    record Rank(Float value) implements Key {}

    /** The kinds of keys. */
    enum Kind {
        TIME {
            @Override
            public Key parse(String text) {
                return new Time(inRange(Instant.parse(text)));
            }

            @Override
            public Key read(Readable row, String name) {
                return new Time(column(row, name, Instant.class));
            }
        },
        NUMBER {
            @Override
            public Key parse(String text) {
                return new Amount(Long.parseLong(text));
            }

            @Override
            public Key read(Readable row, String name) {
                return new Amount(column(row, name, Long.class));
            }
        },
        RANK {
            @Override
            public Key parse(String text) {
                return new Rank(Float.parseFloat(text));
            }

            @Override
            public Key read(Readable row, String name) {
                return new Rank(column(row, name, Float.class));
            }
        };

        /** A time the database knows: nobody was given a cursor with another. */
        private static Instant inRange(Instant time) {
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("of no lot");
            }
            return time;
        }

        public abstract Key parse(String text);

        public abstract Key read(Readable row, String name);
    }
}
