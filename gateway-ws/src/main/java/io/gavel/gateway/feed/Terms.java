package io.gavel.gateway.feed;

import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The rules of a lot, read once, when somebody wants to know.
 *
 * @param rules null if they cannot be read
 */
record Terms(@Nullable Rules rules) {

    private static final Logger LOG = LoggerFactory.getLogger(Terms.class);

    /** Reads them from the lot's unchanging part. */
    static Terms of(String unchanging) {
        try {
            byte[] json = unchanging.getBytes(StandardCharsets.UTF_8);
            return new Terms(Json.read(json, Rules.class));
        } catch (JacksonException e) {
            LOG.debug("rules that cannot be read: {}", e.getOriginalMessage());
            return new Terms(null);
        }
    }

    /** The lot with these rules and this event. */
    Optional<Seen> seen(byte[] newest) {
        try {
            return rules == null
                    ? Optional.empty()
                    : Optional.of(new Seen(rules, Json.read(newest, EventView.class)));
        } catch (JacksonException e) {
            LOG.debug("an event that cannot be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
