package io.gavel.demo.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/** The shadow that a thing throws on the wall behind it. */
final class Shadow {

    private static final int COARSE = 8;
    private static final int BLUR = 7;
    private static final int MARGIN = 8;

    private Shadow() {}

    /** Drawn coarsely and blurred; nearer and darker where the thing hangs on the wall. */
    static BufferedImage of(BufferedImage thing, boolean near) {
        int width = thing.getWidth() / COARSE;
        int height = thing.getHeight() / COARSE;
        BufferedImage small =
                new BufferedImage(
                        width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_INT_ARGB);
        Graphics2D to = small.createGraphics();
        to.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        to.drawImage(thing, MARGIN, MARGIN, width, height, null);
        to.setComposite(AlphaComposite.SrcIn);
        to.setColor(new Color(0, 0, 0, near ? 150 : 62));
        to.fillRect(0, 0, small.getWidth(), small.getHeight());
        to.dispose();
        float[] even = new float[BLUR * BLUR];
        Arrays.fill(even, 1f / even.length);
        ConvolveOp blur = new ConvolveOp(new Kernel(BLUR, BLUR, even));
        BufferedImage soft = blur.filter(small, null);

        BufferedImage shadow =
                new BufferedImage(thing.getWidth(), thing.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int shift = near ? 22 : 64;
        Graphics2D out = shadow.createGraphics();
        out.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        out.drawImage(
                soft,
                shift - MARGIN * COARSE,
                shift / 2 - MARGIN * COARSE,
                soft.getWidth() * COARSE,
                soft.getHeight() * COARSE,
                null);
        out.dispose();
        return shadow;
    }
}
