package io.gavel.manifests;

import java.util.stream.Stream;

/** What a service is told by its environment is a setting that it has. */
final class Names implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests
                .services()
                .flatMap(service ->
                        service.containers().stream()
                                .flatMap(container ->
                                        Environment.of(container, manifests).names().stream()
                                                .filter(name ->
                                                        !Settings.known(service.name(), name))
                                                .map(name ->
                                                        "%s: %s (expected: a setting of %s)"
                                                                .formatted(
                                                                        container.name(),
                                                                        name,
                                                                        service.name()))));
    }
}
