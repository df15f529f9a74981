package io.gavel.demo.house;

import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.catalogue.Pace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What comes up next: as many of each pace as there are to be, what was up least often first. */
final class Programme {

    private Programme() {}

    /**
     * What is to be listed now.
     *
     * @param up the titles of what is open, paused or scheduled
     * @param rounds how often each title was up already; none means never
     */
    static List<Idea> missing(List<Idea> ideas, Set<String> up, Map<String, Integer> rounds) {
        return Arrays.stream(Pace.values())
                .flatMap(pace -> missing(pace, ideas, up, rounds))
                .toList();
    }

    private static Stream<Idea> missing(
            Pace pace, List<Idea> ideas, Set<String> up, Map<String, Integer> rounds) {
        List<Idea> all = ideas.stream().filter(idea -> idea.pace() == pace).toList();
        long there = all.stream().filter(idea -> up.contains(idea.title())).count();
        return all.stream()
                .filter(idea -> !up.contains(idea.title()))
                .sorted(Comparator.comparingInt(idea -> rounds.getOrDefault(idea.title(), 0)))
                .limit(Math.max(0, pace.up() - there));
    }
}
