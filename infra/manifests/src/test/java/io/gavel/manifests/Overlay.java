package io.gavel.manifests;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One of {@code k8s/overlays}. */
enum Overlay {
    LOCAL,
    PRODUCTION;

    static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

    /** All that is in it, rendered once. */
    Manifests manifests() {
        return RENDERED.computeIfAbsent(
                this, overlay -> Manifests.parse(Kustomize.found().build(overlay.folder())));
    }

    private Path folder() {
        return HOME.resolve("k8s/overlays").resolve(name().toLowerCase(Locale.ROOT));
    }
}
