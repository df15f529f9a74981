package io.gavel.manifests;

import java.util.stream.Stream;

/** Every image is pinned; ours to the version of the project, or to a digest. */
final class Images implements Rule {

    private static final String VERSION = System.getProperty("gavel.version", "");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .filter(container -> !isPinned(container))
                .map(container ->
                        "%s: image %s (expected: a digest, or %s)"
                                .formatted(
                                        container.name(),
                                        container.json().path("image").asText(),
                                        isOurs(container)
                                                ? "tag " + VERSION
                                                : "a tag, not latest"));
    }

    private static boolean isPinned(Resource.Container container) {
        String image = container.json().path("image").asText();
        if (image.contains("@sha256:")) {
            return true;
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        String tag = last.contains(":") ? last.substring(last.indexOf(':') + 1) : "latest";
        return isOurs(container) ? tag.equals(VERSION) : !tag.equals("latest");
    }

    private static boolean isOurs(Resource.Container container) {
        return Settings.SERVICES.contains(container.of().name());
    }
}
