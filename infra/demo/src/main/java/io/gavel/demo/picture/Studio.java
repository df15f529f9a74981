package io.gavel.demo.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** All scenes and colours there are: {@code scenes.txt} and {@code hues.txt}. */
public final class Studio {

    private static final List<BiFunction<Scene, Hues, BufferedImage>> VIEWS =
            List.of(Painter::whole, Painter::detail, Painter::onWhite);

    private final Map<String, Scene> scenes;
    private final Map<String, Hues> hues;

    private Studio(Map<String, Scene> scenes, Map<String, Hues> hues) {
        this.scenes = scenes;
        this.hues = hues;
    }

    public static Studio open() {
        Map<String, Hues> hues =
                lines("hues.txt").stream()
                        .map(line -> line.split(":", 2))
                        .collect(Collectors.toMap(line -> line[0], line -> Hues.of(line[1])));
        Map<String, Scene> scenes = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (String line : lines("scenes.txt")) {
            if (line.startsWith("[")) {
                parts = new ArrayList<>();
                String name = line.substring(1, line.indexOf(']'));
                scenes.put(name, new Scene(line.endsWith("wall"), parts));
            } else {
                parts.add(Part.of(line));
            }
        }
        return new Studio(scenes, hues);
    }

    /** Whether there are such a scene and such colours. */
    public boolean has(String scene, String colours) {
        return scenes.containsKey(scene) && hues.containsKey(colours);
    }

    /**
     * JPEGs of 1200 by 900: the whole, a detail, and the whole on white.
     *
     * @param views how many of them, from the first on
     * @throws IllegalArgumentException if there is no such scene, or no such colours
     */
    public List<byte[]> pictures(String scene, String colours, int views) {
        Scene what = scenes.get(scene);
        Hues how = hues.get(colours);
        if (what == null || how == null) {
            throw new IllegalArgumentException(
                    scene + " in " + colours + " (expected: what scenes.txt and hues.txt have)");
        }
        return VIEWS.stream().limit(views).map(view -> Jpeg.of(view.apply(what, how))).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream file = Studio.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
