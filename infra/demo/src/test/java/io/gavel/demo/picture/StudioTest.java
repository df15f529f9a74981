package io.gavel.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.demo.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StudioTest {

    private static final Studio STUDIO = Studio.open();

    @Test
    void eachLotHasItsPicturesAndNoTwoTheSame() {
        assertThat(Catalogue.read().ideas())
                .allSatisfy(idea ->
                        assertThat(STUDIO.has(idea.scene(), idea.hues()))
                                .as(idea.scene() + " in " + idea.hues())
                                .isTrue());
        assertThat(Catalogue.read().ideas())
                .extracting(idea -> idea.scene())
                .doesNotHaveDuplicates();
    }

    @Test
    void picturesAreJpegsOfOneSizeAndAlwaysTheSame() throws IOException {
        List<byte[]> pictures = STUDIO.pictures("teapot", "silver", 3);
        assertThat(pictures).hasSize(3).doesNotHaveDuplicates();
        for (byte[] picture : pictures) {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(image.getWidth()).isEqualTo(1200);
            assertThat(image.getHeight()).isEqualTo(900);
            assertThat(picture.length).isLessThan(500_000);
        }
        assertThat(STUDIO.pictures("teapot", "silver", 1).getFirst())
                .isEqualTo(pictures.getFirst());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> STUDIO.pictures("unicorn", "silver", 1))
                .hasMessage("unicorn in silver (expected: what scenes.txt and hues.txt have)");
    }
}
