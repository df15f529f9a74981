package io.gavel.demo.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Puts a scene into a room with light and shadow. */
final class Painter {

    static final int WIDTH = 1200;
    static final int HEIGHT = 900;

    private static final int TABLE = 675;
    private static final int STANDS = 760;
    private static final double TALLEST = 640;
    private static final double WIDEST = 800;
    private static final Color STUDIO = new Color(0xf4f2ee);

    private Painter() {}

    static BufferedImage whole(Scene scene, Hues hues) {
        return paint(scene, hues, fit(scene, 1));
    }

    /** Its upper part, from near. */
    static BufferedImage detail(Scene scene, Hues hues) {
        Rectangle2D bounds = scene.bounds();
        double scale = fit(scene, 1).getScaleX() * 2.3;
        AffineTransform near = AffineTransform.getTranslateInstance(WIDTH * 0.47, HEIGHT * 0.5);
        near.scale(scale, scale);
        near.translate(-bounds.getCenterX(), -(bounds.getMinY() + bounds.getHeight() * 0.36));
        return paint(scene, hues, near);
    }

    static BufferedImage onWhite(Scene scene, Hues hues) {
        Color grey = Hues.shaded(STUDIO, 0.86);
        return paint(
                scene,
                new Hues(STUDIO, grey, Hues.shaded(STUDIO, 0.93), hues.things()),
                fit(scene, 0.84));
    }

    private static AffineTransform fit(Scene scene, double part) {
        Rectangle2D bounds = scene.bounds();
        double scale = part * Math.min(TALLEST / bounds.getHeight(), WIDEST / bounds.getWidth());
        double y =
                scene.hangs()
                        ? HEIGHT * 0.5 - bounds.getCenterY() * scale
                        : STANDS - bounds.getMaxY() * scale;
        AffineTransform at =
                AffineTransform.getTranslateInstance(WIDTH * 0.5 - bounds.getCenterX() * scale, y);
        at.scale(scale, scale);
        return at;
    }

    private static BufferedImage paint(Scene scene, Hues hues, AffineTransform at) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage thing = thing(scene, hues, at);
        Graphics2D to = smooth(image);
        to.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(WIDTH * 0.34, HEIGHT * 0.28),
                        WIDTH * 0.78f,
                        new float[] {0, 1},
                        new Color[] {hues.lit(), hues.wall()}));
        to.fillRect(0, 0, WIDTH, HEIGHT);
        double foot = at.getTranslateY() + scene.bounds().getMaxY() * at.getScaleY();
        if (!scene.hangs()) {
            table(to, hues, foot - (STANDS - TABLE));
            reflection(to, thing, foot);
            contact(to, at, scene.bounds(), foot);
        }
        to.drawImage(Shadow.of(thing, scene.hangs()), 0, 0, null);
        to.drawImage(thing, 0, 0, null);
        vignette(to);
        Grain.over(to);
        to.dispose();
        return image;
    }

    private static void table(Graphics2D to, Hues hues, double edge) {
        if (edge >= HEIGHT) {
            return;
        }
        to.setPaint(
                new LinearGradientPaint(
                        new Point2D.Double(0, edge),
                        new Point2D.Double(0, Math.max(edge + 1, HEIGHT)),
                        new float[] {0, 0.06f, 1},
                        new Color[] {
                            Hues.shaded(hues.table(), 0.8),
                            Hues.shaded(hues.table(), 1.14),
                            Hues.shaded(hues.table(), 0.72)
                        }));
        to.fillRect(0, (int) edge, WIDTH, HEIGHT);
    }

    private static void reflection(Graphics2D to, BufferedImage thing, double foot) {
        to.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.13f));
        to.drawImage(thing, new AffineTransform(1, 0, 0, -1, 0, 2 * foot - 4), null);
        to.setComposite(AlphaComposite.SrcOver);
    }

    /** Dark where it touches the table. */
    private static void contact(
            Graphics2D to, AffineTransform at, Rectangle2D bounds, double foot) {
        double half = bounds.getWidth() * at.getScaleX() * 0.56;
        double centre = at.getTranslateX() + bounds.getCenterX() * at.getScaleX() + half * 0.08;
        AffineTransform before = to.getTransform();
        to.translate(centre, foot - 4);
        to.scale(1, 0.11);
        to.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        (float) half,
                        new float[] {0, 0.55f, 1},
                        new Color[] {
                            new Color(0, 0, 0, 190), new Color(0, 0, 0, 105), new Color(0, 0, 0, 0)
                        }));
        int size = (int) half;
        to.fillRect(-size, -size, 2 * size, 2 * size);
        to.setTransform(before);
    }

    private static BufferedImage thing(Scene scene, Hues hues, AffineTransform at) {
        BufferedImage layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D to = smooth(layer);
        to.transform(at);
        scene.parts().forEach(part -> part.draw(to, hues));
        to.setTransform(new AffineTransform());
        to.setComposite(AlphaComposite.SrcAtop);
        to.setPaint(
                new LinearGradientPaint(
                        new Point2D.Double(WIDTH * 0.25, 0),
                        new Point2D.Double(WIDTH * 0.8, HEIGHT),
                        new float[] {0, 0.45f, 1},
                        new Color[] {
                            new Color(255, 246, 226, 34),
                            new Color(0, 0, 0, 0),
                            new Color(0, 0, 0, 80)
                        }));
        to.fillRect(0, 0, WIDTH, HEIGHT);
        to.dispose();
        return layer;
    }

    private static void vignette(Graphics2D to) {
        to.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(WIDTH * 0.5, HEIGHT * 0.47),
                        WIDTH * 0.72f,
                        new float[] {0.55f, 1},
                        new Color[] {new Color(0, 0, 0, 0), new Color(0, 0, 0, 92)}));
        to.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D to = image.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return to;
    }
}
