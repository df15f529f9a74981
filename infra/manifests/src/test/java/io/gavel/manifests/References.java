package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is named is there: configuration maps and service accounts among the resources, secrets made
 * by an operator or by a command of k8s/README.md. No secret is written down.
 */
final class References implements Rule {

    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(PASSWORD|SECRET|TOKEN|API_KEY|SECRET_KEY|KEYS|JAAS_CONFIG|SIGNING_KEY)$");

    @Override
    public Stream<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .of("Secret")
                .forEach(each -> broken.add(each + ": (expected: no secret in the repository)"));
        Secrets secrets = Secrets.of(manifests);
        manifests
                .workloads()
                .forEach(each -> {
                    account(broken, each, manifests);
                    each.json()
                            .findValues("configMapRef")
                            .forEach(
                                    ref -> map(broken, each, ref.path("name").asText(), manifests));
                    each.json()
                            .findValues("configMap")
                            .forEach(
                                    ref -> map(broken, each, ref.path("name").asText(), manifests));
                    each.json()
                            .findValues("secretKeyRef")
                            .forEach(ref ->
                                    secret(
                                            broken,
                                            each,
                                            ref.path("name").asText(),
                                            ref.path("key").asText(),
                                            secrets));
                    each.json()
                            .findValues("secret")
                            .forEach(ref -> mounted(broken, each, ref, secrets));
                    for (Resource.Container container : each.containers()) {
                        written(broken, container, manifests);
                    }
                });
        manifests
                .of("TriggerAuthentication")
                .flatMap(each -> Resource.elements(each.at("/spec/secretTargetRef")))
                .forEach(ref -> named(broken, "TriggerAuthentication", ref, secrets));
        manifests
                .of("ObjectStore")
                .map(each -> each.at("/spec/configuration/s3Credentials"))
                .flatMap(each -> Stream.of(each.path("accessKeyId"), each.path("secretAccessKey")))
                .forEach(ref -> named(broken, "ObjectStore", ref, secrets));
        return broken.stream();
    }

    private static void named(List<String> broken, String by, JsonNode ref, Secrets secrets) {
        if (!secrets.has(ref.path("name").asText(), ref.path("key").asText())) {
            broken.add(
                    by
                            + ": secret "
                            + ref
                            + " (expected: one that is made, or told of in k8s/README.md)");
        }
    }

    private static void account(List<String> broken, Resource each, Manifests manifests) {
        String name = each.pod().path("serviceAccountName").asText();
        if (manifests
                .named("ServiceAccount", name)
                .filter(account ->
                        account.at("/automountServiceAccountToken").toString().equals("false"))
                .isEmpty()) {
            broken.add(
                    each
                            + ": ServiceAccount '"
                            + name
                            + "' (expected: one that is there, without a token)");
        }
    }

    private static void map(List<String> broken, Resource each, String name, Manifests manifests) {
        if (manifests.named("ConfigMap", name).isEmpty()) {
            broken.add(each + ": ConfigMap " + name + " (expected: one that is there)");
        }
    }

    private static void mounted(List<String> broken, Resource each, JsonNode ref, Secrets secrets) {
        String name = ref.path("secretName").asText();
        if (ref.path("items").isEmpty()) {
            if (!secrets.has(name)) {
                broken.add(
                        each
                                + ": secret "
                                + name
                                + " (expected: one that is made, or told of in k8s/README.md)");
            }
        }
        ref.path("items")
                .forEach(item -> secret(broken, each, name, item.path("key").asText(), secrets));
    }

    private static void secret(
            List<String> broken, Resource each, String name, String key, Secrets secrets) {
        if (!secrets.has(name, key)) {
            broken.add(
                    "%s: key %s of secret %s (expected: one that is made, or told of in k8s/README.md)"
                            .formatted(each, key, name));
        }
    }

    /** A secret comes from a secret or is the name of a file. */
    private static void written(
            List<String> broken, Resource.Container container, Manifests manifests) {
        Environment.of(container, manifests)
                .values()
                .forEach((name, value) -> {
                    if (SECRET.matcher(name).matches() && !value.startsWith("file:")) {
                        broken.add(
                                container.name()
                                        + ": "
                                        + name
                                        + " is written down (expected: from a secret, or file:…)");
                    }
                });
    }
}
