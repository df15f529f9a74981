package io.gavel.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.demo.catalogue.Catalogue;
import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.catalogue.Pace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private static final List<Idea> IDEAS = Catalogue.read().ideas();

    @Test
    void anEmptyHouseGetsAsMuchOfEachPaceAsThereIsToBe() {
        Map<Pace, Long> listed =
                Programme.missing(IDEAS, Set.of(), Map.of()).stream()
                        .collect(Collectors.groupingBy(Idea::pace, Collectors.counting()));
        for (Pace pace : Pace.values()) {
            assertThat(listed.get(pace)).as(pace.name()).isEqualTo(pace.up());
        }
    }

    @Test
    void aFullHouseGetsNothing() {
        assertThat(Programme.missing(IDEAS, firstTitles(), Map.of())).isEmpty();
    }

    @Test
    void forOneThatEndedComesOneOfItsPaceThatWasUpLeastOften() {
        Set<String> up = new HashSet<>(firstTitles());
        Idea ended = IDEAS.getFirst();
        up.remove(ended.title());
        List<Idea> next = Programme.missing(IDEAS, up, Map.of(ended.title(), 1));
        assertThat(next).hasSize(1);
        assertThat(next.getFirst().pace()).isEqualTo(ended.pace());
        assertThat(next.getFirst()).isNotEqualTo(ended);

        Map<String, Integer> allOnce =
                IDEAS.stream().collect(Collectors.toMap(Idea::title, _ -> 1));
        assertThat(Programme.missing(IDEAS, up, allOnce)).containsExactly(ended);
    }

    private static Set<String> firstTitles() {
        return Programme.missing(IDEAS, Set.of(), Map.of()).stream()
                .map(Idea::title)
                .collect(Collectors.toSet());
    }
}
