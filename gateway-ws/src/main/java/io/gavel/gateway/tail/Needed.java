package io.gavel.gateway.tail;

import io.gavel.contracts.lot.LotId;
import java.util.Collection;

/** What of a topic is needed here now. */
public sealed interface Needed {

    /** Every record may concern somebody. */
    record All() implements Needed {}

    /** Records of these lots. */
    record Lots(Collection<LotId> lots) implements Needed {}
}
