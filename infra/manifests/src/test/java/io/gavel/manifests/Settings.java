package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;

/**
 * What the services can be told, by the metadata that their jars and Spring's bring, and what it is
 * if they are not told.
 */
final class Settings {

    static final List<String> SERVICES =
            List.of("gateway-ws", "bidding-service", "settlement-service");

    private static final Map<String, Map<String, JsonNode>> BY_SERVICE = read();

    private Settings() {}

    /** Whether a service has a setting of that name, as a variable of its environment. */
    static boolean known(String service, String variable) {
        return settings(service).values().stream()
                .anyMatch(setting ->
                        names(setting).stream().anyMatch(name -> is(setting, name, variable)));
    }

    /** What it is by default. */
    static Duration duration(String service, String property) {
        JsonNode setting = settings(service).get(property);
        if (setting == null) {
            throw new IllegalStateException(service + " has no " + property);
        }
        return DurationStyle.detectAndParse(setting.path("defaultValue").asText());
    }

    private static boolean is(JsonNode setting, String name, String variable) {
        return setting.path("type").asText().startsWith("java.util.Map")
                ? variable.startsWith(name + "_")
                : variable.equals(name);
    }

    /** Spring reads both {@code TRUSTSTORELOCATION} and {@code TRUST_STORE_LOCATION}. */
    private static Set<String> names(JsonNode setting) {
        String name = setting.path("name").asText().toUpperCase(Locale.ROOT).replace('.', '_');
        return new HashSet<>(List.of(name.replace("-", ""), name.replace('-', '_')));
    }

    private static Map<String, JsonNode> settings(String service) {
        Map<String, JsonNode> all = BY_SERVICE.get(service);
        if (all == null) {
            throw new IllegalArgumentException(service + " (expected: one of " + SERVICES + ")");
        }
        return all;
    }

    private static Map<String, Map<String, JsonNode>> read() {
        Map<String, Map<String, JsonNode>> all = new HashMap<>();
        SERVICES.forEach(service -> all.put(service, new HashMap<>()));
        try {
            for (URL file : files()) {
                for (JsonNode setting : json(file).path("properties")) {
                    SERVICES.stream()
                            .filter(service -> isOf(service, file))
                            .map(all::get)
                            .forEach(its -> its.put(setting.path("name").asText(), setting));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<URL> files() throws IOException {
        return Collections.list(
                Settings.class
                        .getClassLoader()
                        .getResources("META-INF/spring-configuration-metadata.json"));
    }

    private static JsonNode json(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** That of one of our services is for it alone, that of a library for all. */
    private static boolean isOf(String service, URL file) {
        return file.getPath().contains("/" + service + "/")
                || SERVICES.stream().noneMatch(each -> file.getPath().contains("/" + each + "/"));
    }
}
