package io.gavel.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import org.junit.jupiter.api.Test;

class PhotoPlacesTest {

    private static final AccountId ANN = new AccountId("ann");
    private static final AccountId BEN = new AccountId("ben");
    private static final AccountId CAT = new AccountId("cat");

    private final PhotoPlaces places = new PhotoPlaces(3, 2);

    @Test
    void an_account_has_so_many_places() {
        assertThat(places.take(ANN)).isTrue();
        assertThat(places.take(ANN)).isTrue();
        assertThat(places.take(ANN)).isFalse();
        assertThat(places.take(BEN)).isTrue();
        assertThat(places.take(CAT)).isFalse();
    }

    @Test
    void who_leaves_makes_room() {
        places.take(ANN);
        places.take(ANN);
        places.take(BEN);

        places.leave(ANN);

        assertThat(places.take(CAT)).isTrue();
        assertThat(places.take(ANN)).isFalse();
    }
}
