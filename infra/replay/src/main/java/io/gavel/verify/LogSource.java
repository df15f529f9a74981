package io.gavel.verify;

import io.gavel.replay.Input;
import io.gavel.replay.Line;
import io.gavel.replay.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the lines of a log come from. */
sealed interface LogSource extends AutoCloseable {

    /** The next line, or null at the end. */
    @Nullable Line next() throws IOException;

    @Override
    void close() throws IOException;

    /** A file as it was saved. */
    record Saved(Lines lines) implements LogSource {

        static Saved open(String file, InputStream standard) {
            return new Saved(new Lines(Input.open(file, standard)));
        }

        @Override
        public @Nullable Line next() throws IOException {
            return lines.next();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** Fetched from the house page by page, until one is empty. */
    final class Served implements LogSource {

        private static final int PAGE = 1_000;

        private final House house;
        private final UUID lot;
        private long served;
        private long pageStart;
        private Lines page;

        Served(House house, UUID lot) throws IOException {
            this.house = house;
            this.lot = lot;
            this.page = fetch();
        }

        @Override
        public @Nullable Line next() throws IOException {
            Line line = page.next();
            if (line == null && served > pageStart) {
                page.close();
                page = fetch();
                line = page.next();
            }
            return line == null ? null : new Line(++served, line.bytes(), line.whole());
        }

        private Lines fetch() throws IOException {
            pageStart = served;
            String path = "/api/v1/lots/" + lot + "/log?after=" + served + "&limit=" + PAGE;
            return new Lines(house.get(path, null));
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
