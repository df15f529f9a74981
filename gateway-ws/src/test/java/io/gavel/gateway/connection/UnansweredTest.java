package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.CloseCode;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    private static final Goodbye GOODBYE = Goodbye.of(CloseCode.DRAIN);

    private final Unanswered bids = new Unanswered();

    @Test
    void a_connection_without_bids_is_left_at_once() {
        assertThat(bids.leave(GOODBYE)).contains(GOODBYE);
    }

    @Test
    void a_connection_is_left_when_the_last_of_its_bids_is_answered() {
        bids.add();
        bids.add();
        assertThat(bids.answered()).isEmpty();
        assertThat(bids.leave(GOODBYE)).isEmpty();
        assertThat(bids.answered()).contains(GOODBYE);
    }

    @Test
    void a_connection_about_to_be_left_takes_no_more_bids() {
        assertThat(bids.add()).isTrue();
        bids.leave(GOODBYE);
        assertThat(bids.add()).isFalse();
        assertThat(bids.answered()).contains(GOODBYE);
    }
}
