package io.gavel.manifests;

import java.util.stream.Stream;

/** Every container says what it needs and what it may take at most, of processors and memory. */
final class Limits implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .flatMap(container ->
                        Stream.of(
                                        "/resources/requests/cpu",
                                        "/resources/requests/memory",
                                        "/resources/limits/cpu",
                                        "/resources/limits/memory")
                                .filter(pointer -> container.json().at(pointer).asText().isEmpty())
                                .map(pointer -> container.name() + ": no " + pointer));
    }
}
