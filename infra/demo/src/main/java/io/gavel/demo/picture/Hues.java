package io.gavel.demo.picture;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of a picture.
 *
 * @param lit the wall where the light falls
 * @param things what scenes call 1, 2 and 3
 */
record Hues(Color lit, Color wall, Color table, List<Color> things) {

    private static final int ROOM = 3;

    /** Of {@code #lit #wall #table #1 #2 #3}. */
    static Hues of(String text) {
        List<Color> all = Arrays.stream(text.strip().split("\\s+")).map(Hues::colour).toList();
        return new Hues(all.get(0), all.get(1), all.get(2), all.subList(ROOM, all.size()));
    }

    /** A number from 1 on, or {@code #rrggbb}, or {@code #rrggbbaa}. */
    Color named(String word) {
        return word.startsWith("#") ? colour(word) : things.get(Integer.parseInt(word) - 1);
    }

    private static Color colour(String word) {
        long bits = Long.parseLong(word.substring(1), 16);
        return word.length() > 7
                ? new Color(
                        (int) (bits >> 24 & 255),
                        (int) (bits >> 16 & 255),
                        (int) (bits >> 8 & 255),
                        (int) (bits & 255))
                : new Color((int) bits);
    }

    /** Lighter above 1, darker below. */
    static Color shaded(Color colour, double by) {
        double white = Math.max(0, by - 1);
        double rest = Math.min(1, by) * (1 - white);
        return new Color(
                (int) Math.round(colour.getRed() * rest + 255 * white),
                (int) Math.round(colour.getGreen() * rest + 255 * white),
                (int) Math.round(colour.getBlue() * rest + 255 * white),
                colour.getAlpha());
    }

    static Color clear(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
