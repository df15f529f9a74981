package io.gavel.bidding.photos;

import io.gavel.contracts.lot.PhotoId;
import java.util.Arrays;
import java.util.List;

/**
 * What the sender of a photo is told of it.
 *
 * @param width and height: of the large version, in pixels
 */
record Shown(PhotoId id, int width, int height, List<Size> sizes) {

    static final int[] SIZES =
            Arrays.stream(PrintSize.values()).mapToInt(PrintSize::longest).toArray();

    /**
     * One version.
     *
     * @param size its name in addresses, and the most pixels on its longer side
     * @param bytes how many there are
     */
    record Size(int size, int width, int height, int bytes) {}

    static Shown of(Developed.Photo photo) {
        Developed.Print large = photo.print(PrintSize.LARGE);
        return new Shown(
                photo.id(),
                large.width(),
                large.height(),
                Arrays.stream(PrintSize.values())
                        .map(size -> size(size, photo.print(size)))
                        .toList());
    }

    private static Size size(PrintSize size, Developed.Print print) {
        return new Size(size.longest(), print.width(), print.height(), print.jpeg().length);
    }
}
