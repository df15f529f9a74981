package io.gavel.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

    static final List<Rule> RULES =
            List.of(
                    new Strictness(),
                    new Probes(),
                    new Names(),
                    new Limits(),
                    new Images(),
                    new Restricted(),
                    new Grace(),
                    new Walls(),
                    new Bonds(),
                    new TopicsAgree(),
                    new Growth(),
                    new Rights(),
                    new References());

    static Stream<Arguments> overlays_and_rules() {
        return Stream.of(Overlay.values())
                .flatMap(overlay ->
                        RULES.stream()
                                .map(rule ->
                                        Arguments.of(
                                                overlay, rule.getClass().getSimpleName(), rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlays_and_rules")
    void every_overlay_keeps_every_rule(Overlay overlay, String name, Rule rule) {
        assertThat(rule.broken(overlay.manifests())).as(name).isEmpty();
    }
}
