package io.gavel.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code infra/docker/compose.yaml} says, with variables as they are when nothing is set. */
record Compose(Map<String, Object> document) {

    static final Path FOLDER = Path.of("..", "docker");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

    /**
     * One of its services.
     *
     * @param keys as they stand there
     */
    record Service(String name, Map<String, Object> keys) {

        String image() {
            return text("image");
        }

        String text(String key) {
            return substituted(keys.getOrDefault(key, "").toString(), Map.of());
        }

        List<String> list(String key) {
            return switch (keys.get(key)) {
                case null -> List.of();
                case Collection<?> all -> all.stream().map(Object::toString).toList();
                case Map<?, ?> all -> all.keySet().stream().map(Object::toString).toList();
                default -> List.of(text(key));
            };
        }

        /**
         * The variables that it is given, those of its files among them.
         *
         * @param set what was set where compose is run, such as {@code SIGN_IN}
         */
        Map<String, String> environment(Map<String, String> set) {
            Map<String, String> all = new TreeMap<>();
            list("env_file").forEach(file -> all.putAll(lines(substituted(file, set))));
            if (keys.get("environment") instanceof Map<?, ?> given) {
                given.forEach((name, value) ->
                        all.put(name.toString(), substituted(value.toString(), set)));
            }
            return all;
        }

        /** What is mounted from beside the file. */
        Stream<Path> mountedFiles() {
            return list("volumes").stream()
                    .filter(volume -> volume.startsWith("."))
                    .map(volume -> FOLDER.resolve(volume.substring(0, volume.indexOf(':'))));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads it; a key that comes twice is refused. */
    static Compose read() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Compose(
                new Yaml(new SafeConstructor(options)).load(text(FOLDER.resolve("compose.yaml"))));
    }

    List<Service> services() {
        return map(document.get("services")).entrySet().stream()
                .map(each -> new Service(each.getKey(), map(each.getValue())))
                .toList();
    }

    /** Those that run this service of ours. */
    List<Service> running(String image) {
        return services().stream()
                .filter(service -> service.image().startsWith("gavel/" + image + ":"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of a file of settings. */
    static Map<String, String> lines(String file) {
        Map<String, String> all = new LinkedHashMap<>();
        text(FOLDER.resolve(file))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int end = line.indexOf('=');
                    all.put(line.substring(0, end), line.substring(end + 1));
                });
        return all;
    }

    private static String substituted(String text, Map<String, String> set) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found ->
                Matcher.quoteReplacement(set.getOrDefault(found.group(1), found.group(2))));
    }

    private static Map<String, Object> map(Object node) {
        Map<String, Object> all = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> all.put(key.toString(), value));
        return all;
    }
}
