package io.gavel.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Secrets that there will be, with their keys: made by operators, or by hand as the README says.
 */
record Secrets(Map<String, Set<String>> keys) {

    private static final Pattern COMMAND =
            Pattern.compile("kubectl [^\\n]*create secret generic (\\S+)((?:[^\\n]|\\\\\\n)*)");
    private static final Pattern KEY = Pattern.compile("--from-(?:file|literal)=([\\w.-]+)=");

    static Secrets of(Manifests manifests) {
        Map<String, Set<String>> all = new HashMap<>();
        Matcher command = COMMAND.matcher(readme());
        while (command.find()) {
            Set<String> keys = all.computeIfAbsent(command.group(1), _ -> new HashSet<>());
            KEY.matcher(command.group(2)).results().forEach(key -> keys.add(key.group(1)));
        }
        add(all, manifests.of("KafkaUser"), "", "password", "sasl.jaas.config");
        add(all, manifests.of("Kafka"), "-cluster-ca-cert", "ca.crt");
        add(all, manifests.of("Cluster"), "-app", "username", "password");
        add(all, manifests.of("Cluster"), "-ca", "ca.crt");
        return new Secrets(all);
    }

    boolean has(String secret) {
        return keys.containsKey(secret);
    }

    boolean has(String secret, String key) {
        return keys.getOrDefault(secret, Set.of()).contains(key);
    }

    private static void add(
            Map<String, Set<String>> all, Stream<Resource> makers, String suffix, String... keys) {
        makers.forEach(each -> all.put(each.name() + suffix, Set.of(keys)));
    }

    private static String readme() {
        try {
            return Files.readString(Overlay.HOME.resolve("k8s/README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
