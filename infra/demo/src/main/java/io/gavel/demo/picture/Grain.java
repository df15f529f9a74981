package io.gavel.demo.picture;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A little grain, so that large even colours do not show steps. */
final class Grain {

    private static final int SIZE = 256;
    private static final int STRENGTH = 11;
    private static final BufferedImage TILE = tile();

    private Grain() {}

    static void over(Graphics2D to) {
        to.setPaint(new TexturePaint(TILE, new Rectangle(0, 0, SIZE, SIZE)));
        to.fillRect(0, 0, Painter.WIDTH, Painter.HEIGHT);
    }

    private static BufferedImage tile() {
        SplittableRandom chance = new SplittableRandom(1);
        BufferedImage tile = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int alpha = chance.nextInt(STRENGTH);
                tile.setRGB(x, y, alpha << 24 | (chance.nextBoolean() ? 0xffffff : 0));
            }
        }
        return tile;
    }
}
