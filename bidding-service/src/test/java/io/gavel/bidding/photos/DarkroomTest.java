package io.gavel.bidding.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.gavel.contracts.event.Sha256;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {

    private static final int WHITE = 0xffffff;

    @Test
    void a_large_photo_comes_in_three_sizes_with_its_proportions() {
        Developed.Photo photo = photo(Photographs.jpeg(2400, 1800));

        assertThat(Arrays.stream(PrintSize.values()).map(photo::print))
                .extracting(Developed.Print::width, Developed.Print::height)
                .containsExactly(tuple(320, 240), tuple(800, 600), tuple(1600, 1200));
        BufferedImage small = Photographs.read(photo.print(PrintSize.SMALL).jpeg());
        assertThat(small.getWidth()).isEqualTo(320);
        assertColour(small, 80, 60, Photographs.RED);
        assertColour(small, 240, 60, Photographs.BLUE);
        assertColour(small, 160, 220, Photographs.GREEN);
    }

    @Test
    void its_id_is_the_hash_of_the_large_version_and_the_same_each_time() {
        Developed.Photo photo = photo(Photographs.jpeg(1000, 500));

        assertThat(photo.id().hex())
                .isEqualTo(Sha256.of(photo.print(PrintSize.LARGE).jpeg()).hex());
        assertThat(photo(Photographs.jpeg(1000, 500)).id()).isEqualTo(photo.id());
        assertThat(photo(Photographs.jpeg(1000, 501)).id()).isNotEqualTo(photo.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "500x3", "3000x1", "320x320"})
    void a_small_photo_is_never_enlarged(String size) {
        int width = Integer.parseInt(size.split("x", 2)[0]);
        int height = Integer.parseInt(size.split("x", 2)[1]);

        Developed.Print large = photo(Photographs.jpeg(width, height)).print(PrintSize.LARGE);

        assertThat(large.width()).isEqualTo(Math.min(width, 1600));
        assertThat(large.height()).isEqualTo(height);
    }

    @Test
    void what_is_too_much_to_unpack_at_once_is_read_coarser() {
        Developed.Print large = photo(Photographs.jpeg(8000, 6000)).print(PrintSize.LARGE);

        assertThat(large.width()).isEqualTo(1600);
        assertThat(large.height()).isEqualTo(1200);
    }

    static Stream<Arguments> orientations() {
        int red = Photographs.RED;
        int blue = Photographs.BLUE;
        return Stream.of(
                Arguments.of(1, "80x40", red, blue, "green below"),
                Arguments.of(2, "80x40", blue, red, "green below"),
                Arguments.of(3, "80x40", blue, red, "green above"),
                Arguments.of(4, "80x40", red, blue, "green above"),
                Arguments.of(5, "40x80", red, blue, "green right"),
                Arguments.of(6, "40x80", red, blue, "green left"),
                Arguments.of(7, "40x80", blue, red, "green left"),
                Arguments.of(8, "40x80", blue, red, "green right"));
    }

    /** For those that lie, left stands for above. */
    @ParameterizedTest
    @MethodSource("orientations")
    void it_is_turned_as_its_exif_says(
            int orientation, String size, int left, int right, String green) {
        Developed.Print print =
                photo(Photographs.jpegWithExif(80, 40, orientation)).print(PrintSize.LARGE);
        BufferedImage image = Photographs.read(print.jpeg());

        assertThat(print.width() + "x" + print.height()).isEqualTo(size);
        boolean lies = print.height() > print.width();
        boolean greenFirst = green.endsWith("above") || green.endsWith("left");
        int clear = greenFirst ? 30 : 10;
        assertColour(image, lies ? clear : 20, lies ? 20 : clear, left);
        assertColour(image, lies ? clear : 60, lies ? 60 : clear, right);
        assertColour(
                image,
                lies ? (greenFirst ? 4 : 36) : 40,
                lies ? 40 : (greenFirst ? 4 : 36),
                Photographs.GREEN);
    }

    @Test
    void of_a_png_too() {
        Developed.Print print = photo(Photographs.pngWithExif(80, 40, 6)).print(PrintSize.LARGE);

        assertThat(print.width()).isEqualTo(40);
    }

    @Test
    void nothing_is_left_of_who_made_it_and_where() {
        byte[] sent = Photographs.jpegWithExif(80, 40, 6);
        assertThat(new String(sent, UTF_8)).contains("Exif", "SecretMaker");

        photo(sent)
                .prints()
                .values()
                .forEach(print ->
                        assertThat(new String(print.jpeg(), UTF_8))
                                .doesNotContain("Exif", "SecretMaker", "http"));
    }

    @Test
    void transparent_is_white() {
        BufferedImage image =
                Photographs.read(photo(Photographs.png(80, 40)).print(PrintSize.LARGE).jpeg());

        assertColour(image, 60, 10, WHITE);
        assertColour(image, 20, 10, Photographs.RED);
    }

    static Stream<byte[]> webps() {
        return Stream.of(Photographs.WEBP_LOSSY, Photographs.WEBP_LOSSLESS);
    }

    @ParameterizedTest
    @MethodSource("webps")
    void webp_is_read(byte[] sent) {
        Developed.Print print = photo(sent).print(PrintSize.LARGE);
        BufferedImage image = Photographs.read(print.jpeg());

        assertThat(print.width()).isEqualTo(40);
        assertColour(image, 6, 4, 0xcc2200);
        assertColour(image, 34, 16, WHITE);
    }

    @Test
    void of_a_gif_the_first_frame_is_read() {
        BufferedImage image =
                Photographs.read(photo(Photographs.gif(80, 40)).print(PrintSize.LARGE).jpeg());

        assertColour(image, 20, 10, Photographs.RED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This is a text, whatever its name ends in.",
                "<svg/>",
                "II*\0",
                "\u00ff\u00d8"
            })
    void what_is_no_photo_is_told_so(String sent) {
        Developed.Refused refused = refused(sent.getBytes(UTF_8));

        assertThat(refused.status().value()).isEqualTo(415);
        assertThat(refused.detail())
                .isEqualTo(
                        "body: "
                                + sent.getBytes(UTF_8).length
                                + " bytes of something else (expected: a photo as JPEG, PNG, WebP"
                                + " or GIF)");
    }

    @Test
    void too_many_pixels_are_refused_before_they_are_unpacked() {
        Developed.Refused refused = refused(Photographs.pngThatClaims(60_000, 60_000));

        assertThat(refused.status().value()).isEqualTo(422);
        assertThat(refused.detail())
                .isEqualTo(
                        "body: a PNG of 60000 × 60000 pixels (expected: at most 50 million; of WebP"
                                + " 6)");
    }

    @Test
    void a_jpeg_of_very_many_scans_is_refused() {
        byte[] sent = Photographs.jpeg(80, 40);
        byte[] scans = Arrays.copyOf(sent, sent.length + 202);
        for (int i = sent.length; i < scans.length; i += 2) {
            scans[i] = (byte) 0xff;
            scans[i + 1] = (byte) 0xda;
        }

        assertThat(refused(scans).detail())
                .isEqualTo("body: a JPEG of more than 100 scans (expected: fewer)");
    }

    static Stream<byte[]> wholePhotos() {
        return Stream.of(
                Photographs.jpeg(80, 60),
                Photographs.jpegWithExif(80, 60, 6),
                Photographs.png(80, 60),
                Photographs.gif(80, 60),
                Photographs.WEBP_LOSSY,
                Photographs.WEBP_LOSSLESS);
    }

    @ParameterizedTest
    @MethodSource("wholePhotos")
    void one_that_is_broken_off_is_refused(byte[] whole) {
        for (int part : new int[] {3, 5, 8}) {
            Developed.Refused refused = refused(Arrays.copyOf(whole, whole.length * part / 10));

            assertThat(refused.status().value()).as("%d tenths", part).isEqualTo(422);
            assertThat(refused.detail())
                    .contains("that is damaged or broken off (expected: a whole one)");
        }
    }

    @ParameterizedTest
    @MethodSource("wholePhotos")
    void whatever_is_wrong_with_it_there_is_an_answer(byte[] whole) {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= random.nextInt(8); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Developed developed = Darkroom.develop(changed);
            if (developed instanceof Developed.Refused(var status, var detail)) {
                assertThat(status.is4xxClientError())
                        .as("seed %d, round %d: %s", seed, round, detail)
                        .isTrue();
            }
        }
    }

    private static Developed.Photo photo(byte[] sent) {
        Developed developed = Darkroom.develop(sent);
        assertThat(developed).isInstanceOf(Developed.Photo.class);
        return (Developed.Photo) developed;
    }

    private static Developed.Refused refused(byte[] sent) {
        Developed developed = Darkroom.develop(sent);
        assertThat(developed)
                .as(() -> Base64.getEncoder().encodeToString(sent))
                .isInstanceOf(Developed.Refused.class);
        return (Developed.Refused) developed;
    }

    private static void assertColour(BufferedImage image, int x, int y, int expected) {
        int found = image.getRGB(x, y);
        for (int shift : new int[] {0, 8, 16}) {
            assertThat((found >> shift) & 0xff)
                    .as("(%d, %d) is %06x, expected %06x", x, y, found & WHITE, expected)
                    .isCloseTo((expected >> shift) & 0xff, within(40));
        }
    }
}
