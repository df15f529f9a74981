package io.gavel.bidding.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines that the columns of {@code page} are made of. */
public final class Lines {

    private Lines() {}

    /** Each line without its line break; none where there are no bytes. */
    public static List<byte[]> of(byte[] page) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < page.length; i++) {
            if (page[i] == '\n') {
                lines.add(Arrays.copyOfRange(page, start, i));
                start = i + 1;
            }
        }
        if (page.length > 0) {
            lines.add(Arrays.copyOfRange(page, start, page.length));
        }
        return lines;
    }
}
