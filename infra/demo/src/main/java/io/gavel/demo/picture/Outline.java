package io.gavel.demo.picture;

import java.awt.geom.Path2D;
import java.util.Scanner;

/** Reads paths as SVG spells them: absolute {@code M L H V C Z}, in words apart. */
final class Outline {

    private Outline() {}

    /**
     * The path.
     *
     * @throws IllegalArgumentException if something else stands there
     */
    static Path2D of(String text) {
        Path2D path = new Path2D.Double();
        char verb = 'M';
        try (Scanner words = new Scanner(text.replaceAll("([A-Z])", " $1 "))) {
            while (words.hasNext()) {
                if (words.hasNext("[A-Z]")) {
                    verb = words.next().charAt(0);
                }
                add(path, verb, words);
            }
        }
        return path;
    }

    private static void add(Path2D path, char verb, Scanner words) {
        switch (verb) {
            case 'M' -> path.moveTo(next(words), next(words));
            case 'L' -> path.lineTo(next(words), next(words));
            case 'H' -> path.lineTo(next(words), path.getCurrentPoint().getY());
            case 'V' -> path.lineTo(path.getCurrentPoint().getX(), next(words));
            case 'C' ->
                    path.curveTo(
                            next(words),
                            next(words),
                            next(words),
                            next(words),
                            next(words),
                            next(words));
            case 'Z' -> path.closePath();
            default ->
                    throw new IllegalArgumentException(
                            "path: " + verb + " (expected: M, L, H, V, C or Z)");
        }
    }

    private static double next(Scanner words) {
        return Double.parseDouble(words.next());
    }
}
