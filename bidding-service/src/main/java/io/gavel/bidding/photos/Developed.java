package io.gavel.bidding.photos;

import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.PhotoId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** What became of bytes that somebody sent as a photo. */
sealed interface Developed {

    /** A photo in all its sizes. */
    record Photo(PhotoId id, Map<PrintSize, Print> prints) implements Developed {

        static Photo of(Picture large) {
            Map<PrintSize, Print> prints = new EnumMap<>(PrintSize.class);
            prints.put(PrintSize.LARGE, Print.of(large));
            Picture medium = large.within(PrintSize.MEDIUM.longest());
            prints.put(PrintSize.MEDIUM, Print.of(medium));
            prints.put(PrintSize.SMALL, Print.of(medium.within(PrintSize.SMALL.longest())));
            byte[] bytes = prints.get(PrintSize.LARGE).jpeg();
            return new Photo(new PhotoId(Sha256.of(bytes).hex()), Map.copyOf(prints));
        }

        Print print(PrintSize size) {
            return Objects.requireNonNull(prints.get(size), size::name);
        }
    }

    /** It is none, or none that is taken. */
    record Refused(HttpStatus status, String detail) implements Developed {}

    /** A photo in one size, as JPEG. */
    record Print(int width, int height, byte[] jpeg) {

        static Print of(Picture picture) {
            return new Print(picture.width(), picture.height(), picture.jpeg());
        }
    }
}
