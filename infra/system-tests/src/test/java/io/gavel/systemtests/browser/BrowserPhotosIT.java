package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.gavel.systemtests.RunningGavel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A seller's photos: sent, put in order, and seen by everybody. */
@Timeout(180)
class BrowserPhotosIT {

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{64}");

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private final String title = "Painted plate " + UUID.randomUUID().toString().substring(0, 8);

    private Window sam;

    @BeforeEach
    void samComes() {
        sam = WINDOWS.open();
    }

    @Test
    void photosAreSentPutInOrderAndShown() {
        sam.signIn("sam", "SELLER").begin();
        sam.see("photo-files")
                .setInputFiles(
                        new FilePayload[] {
                            photo("front.png", new Color(0xb0502a), 1200, 900),
                            photo("back.png", new Color(0x2a6cb0), 600, 900),
                            text("notes.jpg", "image/jpeg"),
                            text("notes.txt", "text/plain")
                        });

        assertThat(sam.see("photo-refused")).hasCount(2);
        assertThat(sam.see("photo-refused").first()).containsText("notes.jpg");
        assertThat(sam.see("photo-refused").first()).hasAttribute("data-why", "no-photo");
        assertThat(sam.see("photo").nth(0)).hasAttribute("data-photo", AN_ID);
        assertThat(sam.see("photo").nth(1)).hasAttribute("data-photo", AN_ID);
        String front = id(sam.see("photo").nth(0));
        String back = id(sam.see("photo").nth(1));

        assertThat(sam.see("photo-later").nth(1)).isDisabled();
        sam.see("photo-later").first().press("Enter");
        assertThat(sam.see("photo").first()).hasAttribute("data-photo", back);
        assertThat(sam.see("photos-said")).containsText("front.png is number 2");
        Accessibility.assertUsable(sam.page(), "taking photos");

        list();
        String lot = sam.page().url();
        assertThat(sam.see("photo-thumbnails").locator("button")).hasCount(2);
        assertShows(sam.see("photo-large").locator("img"), back);
        sam.see("photo-large").press("ArrowRight");
        assertShows(sam.see("photo-large").locator("img"), front);
        Accessibility.assertUsable(sam.page(), "gallery");

        sam.see("photo-large").click();
        assertThat(sam.see("photo-dialog")).isVisible();
        sam.see("photo-after").click();
        assertShows(sam.see("photo-dialog").locator("img"), back);
        assertThat(Accessibility.of(sam.page())).as("large").isEmpty();
        sam.page().keyboard().press("Escape");
        assertThat(sam.see("photo-dialog")).not().isVisible();

        Phone.assertFits(sam.page(), "gallery");
        sam.page().navigate("/#/");
        sam.see("search").fill(title);
        Locator card = sam.see("lot-link").filter(new Locator.FilterOptions().setHasText(title));
        assertShows(card.getByTestId("cover"), back);
        assertThat(lot).contains(card.getAttribute("data-lot"));
    }

    @Test
    void aPhotoThatIsTooLargeIsMadeSmallerBeforeItIsSent() {
        sam.signIn("sam", "SELLER").begin();
        FilePayload large = noise(1800, 1300);
        assertThat(large.buffer).hasSizeGreaterThan(5 * 1024 * 1024);

        sam.see("photo-files").setInputFiles(large);

        assertThat(sam.see("photo")).hasAttribute("data-photo", AN_ID);
        sam.see("photo-remove").click();
        assertThat(sam.see("photo")).hasCount(0);
        assertThat(sam.see("photo-files")).isFocused();
    }

    private void list() {
        sam.see("list-title").fill(title);
        sam.see("list-startingPrice").fill("50");
        sam.see("list-lot").click();
        assertThat(sam.see("lot-title")).hasText(title);
    }

    /** That the picture is this one, and is there. */
    private static void assertShows(Locator picture, String photo) {
        assertThat(picture).hasAttribute("src", Pattern.compile(photo));
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(
                        (Integer)
                                picture.evaluate(
                                        "async img => (await img.decode(), img.naturalWidth)"))
                .isPositive();
    }

    private static String id(Locator photo) {
        return String.valueOf(photo.getAttribute("data-photo"));
    }

    private static FilePayload photo(String name, Color colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.WHITE);
        canvas.fillOval(width / 5, height / 5, width * 3 / 5, height * 3 / 5);
        canvas.dispose();
        return png(name, image);
    }

    private static FilePayload png(String name, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }

    private static FilePayload noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return png("noise.png", image);
    }

    private static FilePayload text(String name, String type) {
        return new FilePayload(name, type, "no photo".getBytes(StandardCharsets.UTF_8));
    }
}
