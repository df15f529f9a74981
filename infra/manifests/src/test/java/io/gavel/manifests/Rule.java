package io.gavel.manifests;

import java.util.stream.Stream;

/** What must hold of an overlay. */
@FunctionalInterface
interface Rule {

    /** Where it does not: which resource, what came, and what was expected. */
    Stream<String> broken(Manifests manifests);
}
