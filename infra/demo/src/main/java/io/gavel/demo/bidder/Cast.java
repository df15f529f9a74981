package io.gavel.demo.bidder;

import static io.gavel.demo.bidder.Temper.ABSENTEE;
import static io.gavel.demo.bidder.Temper.EARLY_BIRD;
import static io.gavel.demo.bidder.Temper.SNIPER;
import static io.gavel.demo.bidder.Temper.STEPPER;

import java.util.List;
import java.util.Set;

/** Who bids in the demo. None of them is one of those that a visitor may be. */
public final class Cast {

    /**
     * A dozen, and one whose card the payment sandbox declines, because of his name, so that there
     * is something to see to.
     */
    public static final List<Person> ALL =
            List.of(
                    person("agnes", EARLY_BIRD, "silver", "ceramics", "glass", "jewellery"),
                    person("bertrand", STEPPER, "wine", "art", "furniture", "clocks", "glass"),
                    person("chiara", STEPPER, "art", "design", "books", "ceramics"),
                    person("dmitri", ABSENTEE, "clocks", "science", "music", "toys"),
                    person("elena", STEPPER, "jewellery", "design", "furniture", "silver"),
                    person("felix", SNIPER, "toys", "science", "clocks", "art", "design"),
                    person("greta", EARLY_BIRD, "books", "music", "art", "science"),
                    person("hugo", STEPPER, "science", "clocks", "toys", "music", "silver"),
                    person("ingrid", ABSENTEE, "design", "furniture", "ceramics", "jewellery"),
                    person("jonas", EARLY_BIRD, "wine", "music", "design", "furniture", "toys"),
                    person("katia", SNIPER, "jewellery", "silver", "ceramics", "wine", "music"),
                    person("lorenzo", STEPPER, "books", "glass", "wine", "jewellery", "music"),
                    person("fault-decline-1", STEPPER, "books", "toys", "glass"));

    private Cast() {}

    private static Person person(String account, Temper temper, String... tastes) {
        return new Person(account, temper, Set.of(tastes));
    }
}
