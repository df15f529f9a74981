package io.gavel.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.tail.Partitions.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PartitionsTest {

    private static final int COUNT = 200;
    private static final long LINGER = Duration.ofSeconds(30).toNanos();
    private static final LotId LAMP = lotIn(17);
    private static final LotId CLOCK = lotIn(99);

    private final Set<LotId> needed = new HashSet<>();
    private boolean allNeeded;
    private int told;
    private final Partitions partitions =
            new Partitions(
                    64,
                    LINGER,
                    () -> allNeeded ? new Needed.All() : new Needed.Lots(needed),
                    () -> told++);

    @Test
    void a_topic_with_few_partitions_is_followed_whole_and_for_ever() {
        partitions.counted(64, 0);
        assertThat(partitions.wanted().partitions()).hasSize(64);
        partitions.followed(partitions.wanted());
        assertThat(partitions.following(LAMP, 0)).isEmpty();
        partitions.giveUp(10 * LINGER);
        assertThat(partitions.wanted().partitions()).hasSize(64);
    }

    @Test
    void of_many_partitions_only_those_asked_for_are_followed() {
        partitions.counted(COUNT, 0);
        assertThat(partitions.wanted().partitions()).isEmpty();
        partitions.following(LAMP, 0);
        partitions.following(CLOCK, 0);
        partitions.following(LAMP, 0);
        assertThat(partitions.wanted().partitions()).containsExactlyInAnyOrder(17, 99);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void one_waits_until_his_partition_is_followed_and_is_let_go_in_his_turn() {
        partitions.counted(COUNT, 0);
        List<String> order = new ArrayList<>();
        wait(partitions.following(LAMP, 0), order, "first");
        wait(partitions.following(CLOCK, 0), order, "other");
        wait(partitions.following(LAMP, 0), order, "second");
        assertThat(order).isEmpty();
        partitions.followed(new Wanted(1, Set.of(17)));
        assertThat(order).containsExactly("first", "second");
        assertThat(partitions.following(LAMP, 0)).isEmpty();
        partitions.followed(new Wanted(1, Set.of(17, 99)));
        assertThat(order).containsExactly("first", "second", "other");
    }

    @Test
    void who_asks_before_the_topic_is_known_waits_as_well() {
        List<String> order = new ArrayList<>();
        wait(partitions.following(LAMP, 0), order, "lamp");
        partitions.counted(COUNT, 0);
        assertThat(partitions.wanted().partitions()).containsExactly(17);
        assertThat(order).isEmpty();
        partitions.followed(new Wanted(1, Set.of(17)));
        assertThat(order).containsExactly("lamp");
    }

    @Test
    void who_needs_all_waits_for_the_rest() {
        partitions.counted(COUNT, 0);
        partitions.following(LAMP, 0);
        partitions.followed(new Wanted(1, Set.of(17)));
        List<String> order = new ArrayList<>();
        assertThat(partitions.followingAll(0)).hasSize(COUNT - 1);
        wait(partitions.followingAll(0), order, "all");
        partitions.followed(partitions.wanted());
        assertThat(order).containsExactly("all");
    }

    @Test
    void what_nobody_needs_is_given_up_after_a_while_and_then_begins_anew() {
        partitions.counted(COUNT, 0);
        needed.add(LAMP);
        partitions.following(LAMP, 0);
        partitions.following(CLOCK, 0);
        partitions.followed(new Wanted(1, Set.of(17, 99)));

        partitions.giveUp(LINGER - 1);
        assertThat(partitions.wanted().partitions()).containsExactlyInAnyOrder(17, 99);
        partitions.giveUp(LINGER);
        assertThat(partitions.wanted().partitions()).containsExactly(17);

        needed.clear();
        partitions.giveUp(2 * LINGER - 1);
        assertThat(partitions.wanted().partitions())
                .as("needed until a moment ago")
                .containsExactly(17);
        partitions.giveUp(2 * LINGER);
        assertThat(partitions.wanted().partitions()).isEmpty();

        assertThat(partitions.following(LAMP, 2 * LINGER)).hasSize(1);
    }

    @Test
    void what_is_given_up_and_wanted_again_at_once_is_placed_again() {
        partitions.counted(COUNT, 0);
        partitions.following(LAMP, 0);
        Wanted before = partitions.wanted();
        partitions.followed(before);
        partitions.giveUp(LINGER);
        List<String> order = new ArrayList<>();
        wait(partitions.following(LAMP, LINGER), order, "lamp");
        assertThat(partitions.wanted()).isNotEqualTo(before);
        partitions.followed(partitions.wanted());
        assertThat(order).containsExactly("lamp");
    }

    @Test
    void while_all_are_needed_none_is_given_up() {
        partitions.counted(COUNT, 0);
        allNeeded = true;
        partitions.followingAll(0);
        partitions.giveUp(5 * LINGER);
        assertThat(partitions.wanted().partitions()).hasSize(COUNT);
    }

    private static void wait(List<Mono<Void>> ahead, List<String> order, String name) {
        assertThat(ahead).isNotEmpty();
        Mono.when(ahead).subscribe(null, null, () -> order.add(name));
    }

    private static LotId lotIn(int partition) {
        for (long i = 0; ; i++) {
            LotId lot = new LotId(new UUID(0x1234, i));
            if (Partitions.of(lot, COUNT) == partition) {
                return lot;
            }
        }
    }
}
