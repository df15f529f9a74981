package io.gavel.systemtests.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedList;
import java.util.List;

/** What a collector has of a trace. */
public record Trace(List<Told> spans) {

    /** What the only span of that kind says. */
    public Told one(String what) {
        List<Told> found = all(what);
        assertThat(found).as(what).hasSize(1);
        return found.getFirst();
    }

    public List<Told> all(String what) {
        return spans.stream().filter(span -> span.what().equals(what)).toList();
    }

    public boolean hasAll(String... kinds) {
        return List.of(kinds).stream().noneMatch(kind -> all(kind).isEmpty());
    }

    /** The spans from the root to the first of that kind; each is a part of the one before. */
    public List<String> wayTo(String what) {
        LinkedList<String> way = new LinkedList<>();
        Told span = all(what).getFirst();
        way.addFirst(span.what());
        while (!span.isRoot()) {
            span = parent(span);
            way.addFirst(span.what());
        }
        return way;
    }

    private Told parent(Told span) {
        return spans.stream()
                .filter(each -> each.id().equals(span.parent()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(span + " is part of nothing"));
    }
}
