package io.gavel.bidding.photos;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Makes photos of what is sent. What they are and how large is told from their beginnings, before
 * anything is unpacked; more than {@value #MOST_UNPACKED_BYTES} bytes of pixels never are, but of
 * WebP.
 */
final class Darkroom {

    private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);

    private static final long MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

    /** A progressive JPEG has about ten; each costs as much as the whole picture. */
    private static final int MOST_SCANS = 100;

    static {
        IIORegistry.getDefaultInstance().registerServiceProvider(new JPEGImageReaderSpi());
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
    }

    private Darkroom() {}

    static Developed develop(byte[] sent) {
        Optional<PhotoKind> kind = PhotoKind.of(sent);
        return kind.isEmpty()
                ? new Developed.Refused(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "body: "
                                + sent.length
                                + " bytes of something else (expected: "
                                + PhotoKind.EXPECTED
                                + ")")
                : develop(kind.get(), sent);
    }

    private static Developed develop(PhotoKind kind, byte[] sent) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.word()).next();
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(sent)) {
            reader.setInput(in, true, true);
            return develop(kind, sent, reader);
        } catch (IOException | RuntimeException e) {
            LOG.debug("a {} that cannot be read: {}", kind.word(), e, e);
            return unreadable(kind);
        } finally {
            reader.dispose();
        }
    }

    private static Developed develop(PhotoKind kind, byte[] sent, ImageReader reader)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (!kind.mayHave(width, height)) {
            return refused(
                    "body: a %s of %d × %d pixels (expected: at most %d million; of WebP %d)"
                            .formatted(
                                    kind.word(),
                                    width,
                                    height,
                                    PhotoKind.JPEG.megapixels(),
                                    PhotoKind.WEBP.megapixels()));
        }
        if (kind == PhotoKind.JPEG && scans(sent) > MOST_SCANS) {
            return refused(
                    "body: a JPEG of more than %d scans (expected: fewer)".formatted(MOST_SCANS));
        }
        AtomicBoolean brokenOff = new AtomicBoolean();
        reader.addIIOReadWarningListener((_, warning) -> {
            if (endsEarly(warning)) {
                brokenOff.set(true);
            }
        });
        BufferedImage image = reader.read(0, fewerPixels(reader, width, height));
        if (brokenOff.get()) {
            return unreadable(kind);
        }
        return Developed.Photo.of(
                new Picture(image)
                        .within(PrintSize.LARGE.longest())
                        .turned(Exif.orientation(kind, sent)));
    }

    /** Every second pixel, or third and so on, where all would be too many at once. */
    private static ImageReadParam fewerPixels(ImageReader reader, int width, int height)
            throws IOException {
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        long bitsEach = 0;
        for (int band = 0; band < type.getNumBands(); band++) {
            bitsEach += type.getBitsPerBand(band);
        }
        long bytesEach = Math.max(1, bitsEach / Byte.SIZE);
        int every = 1;
        while ((long) (width / every) * (height / every) * bytesEach > MOST_UNPACKED_BYTES) {
            every++;
        }
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return how;
    }

    /** Within the pictures's data the two bytes stand for nothing else. */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }

    private static boolean endsEarly(String warning) {
        return warning.contains("EOI") || warning.contains("Premature");
    }

    private static Developed unreadable(PhotoKind kind) {
        return refused(
                "body: a "
                        + kind.word()
                        + " that is damaged or broken off (expected: a whole one)");
    }

    private static Developed refused(String detail) {
        return new Developed.Refused(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }
}
