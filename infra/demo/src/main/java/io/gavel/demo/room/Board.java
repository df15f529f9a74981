package io.gavel.demo.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The lots that are open, paused or scheduled, as they were last seen by anybody of the demo. */
public final class Board {

    private final Map<String, LotView> lots = new ConcurrentHashMap<>();

    /** Takes what there is now; lots that are not among it are gone. */
    public void put(Collection<LotView> now) {
        for (LotView lot : now) {
            lots.merge(lot.id(), lot, (old, read) -> read.version() < old.version() ? old : read);
        }
        lots.keySet().retainAll(now.stream().map(LotView::id).collect(Collectors.toSet()));
    }

    /** Takes an event of a lot that is known; that of another says nothing. */
    void put(JsonNode event) {
        lots.computeIfPresent(event.path("lot").stringValue(""), (_, lot) -> lot.after(event));
    }

    public List<LotView> lots() {
        return List.copyOf(lots.values());
    }

    Set<String> ids() {
        return lots.keySet();
    }

    Optional<LotView> lot(String id) {
        return Optional.ofNullable(lots.get(id));
    }
}
