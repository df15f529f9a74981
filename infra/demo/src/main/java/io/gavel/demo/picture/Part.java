package io.gavel.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * One shape of a scene.
 *
 * @param how as in {@code scenes.txt}: flat, round, drop, ball, line or pearls
 * @param width of a line, or of a pearl
 */
record Part(String how, float width, String colour, Shape shape) {

    private static final double FLATNESS = 0.2;

    /** Of a line such as {@code round 1 M0 0 L…}. */
    static Part of(String line) {
        String[] words = line.strip().split(" ", 3);
        String how = words[0].replaceAll("[\\d.]", "");
        String width = words[0].substring(how.length());
        return new Part(
                how, width.isEmpty() ? 0 : Float.parseFloat(width), words[1], Outline.of(words[2]));
    }

    void draw(Graphics2D to, Hues hues) {
        Color base = hues.named(colour);
        switch (how) {
            case "line" -> line(to, base);
            case "pearls" -> pearls(to, base);
            default -> {
                to.setPaint(paint(base, shape.getBounds2D()));
                to.fill(shape);
            }
        }
    }

    private void line(Graphics2D to, Color base) {
        to.setPaint(base);
        to.setStroke(stroke(width));
        to.draw(shape);
        if (width >= 5 && base.getAlpha() == 255) {
            to.setPaint(Hues.shaded(base, 1.3));
            to.setStroke(stroke(width / 4));
            to.translate(-width / 6, -width / 6);
            to.draw(shape);
            to.translate(width / 6, width / 6);
        }
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void pearls(Graphics2D to, Color base) {
        double walked = 0;
        double next = 0;
        double[] at = new double[6];
        Point2D last = null;
        for (PathIterator path = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS);
                !path.isDone();
                path.next()) {
            path.currentSegment(at);
            Point2D here = new Point2D.Double(at[0], at[1]);
            double length = last == null ? 0 : last.distance(here);
            for (; last != null && next <= walked + length; next += width) {
                double part = length == 0 ? 0 : (next - walked) / length;
                pearl(
                        to,
                        base,
                        last.getX() + (here.getX() - last.getX()) * part,
                        last.getY() + (here.getY() - last.getY()) * part);
            }
            walked += length;
            last = here;
        }
    }

    private void pearl(Graphics2D to, Color base, double x, double y) {
        Shape pearl = new Ellipse2D.Double(x - width / 2, y - width / 2, width, width);
        to.setPaint(ball(base, pearl.getBounds2D()));
        to.fill(pearl);
    }

    private Paint paint(Color base, Rectangle2D bounds) {
        return switch (how) {
            case "round" ->
                    new LinearGradientPaint(
                            point(bounds.getMinX(), 0),
                            point(bounds.getMaxX() + 0.01, 0),
                            new float[] {0, 0.18f, 0.32f, 0.55f, 0.88f, 1},
                            shades(base, 0.68, 1, 1.26, 1, 0.56, 0.66));
            case "drop" ->
                    new LinearGradientPaint(
                            point(0, bounds.getMinY()),
                            point(0, bounds.getMaxY() + 0.01),
                            new float[] {0, 0.4f, 1},
                            shades(base, 1.12, 1, 0.74));
            case "ball" -> ball(base, bounds);
            case "flat" -> base;
            default ->
                    throw new IllegalArgumentException(
                            "how: " + how + " (expected: flat, round, drop, ball, line or pearls)");
        };
    }

    private static Paint ball(Color base, Rectangle2D bounds) {
        float radius = (float) Math.max(bounds.getWidth(), bounds.getHeight()) * 0.62f;
        if (base.getAlpha() < 255) {
            return new RadialGradientPaint(
                    point(bounds.getCenterX(), bounds.getCenterY()),
                    radius * 0.8f,
                    new float[] {0, 1},
                    new Color[] {base, Hues.clear(base, 0)});
        }
        return new RadialGradientPaint(
                point(bounds.getCenterX(), bounds.getCenterY()),
                radius,
                point(
                        bounds.getCenterX() - bounds.getWidth() * 0.22,
                        bounds.getCenterY() - bounds.getHeight() * 0.24),
                new float[] {0, 0.35f, 1},
                shades(base, 1.35, 1.03, 0.55),
                java.awt.MultipleGradientPaint.CycleMethod.NO_CYCLE);
    }

    private static Color[] shades(Color base, double... by) {
        Color[] all = new Color[by.length];
        for (int i = 0; i < by.length; i++) {
            all[i] = Hues.shaded(base, by[i]);
        }
        return all;
    }

    private static Point2D point(double x, double y) {
        return new Point2D.Double(x, y);
    }
}
