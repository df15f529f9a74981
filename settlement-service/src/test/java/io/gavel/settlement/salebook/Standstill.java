package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.sandbox.Charge;
import io.gavel.sandbox.Fault;
import java.util.List;

/**
 * Sales that stand still, each at another step of the way of its money: in the database by a lock
 * that a trigger waits for, at the provider by requests that get no answer.
 */
final class Standstill implements AutoCloseable {

    private static final String TRIGGERS =
            """
            create table held (lot uuid, step text);
            create function hold() returns trigger language plpgsql as $$ begin
                if exists (select from held where lot = new.lot and step = tg_argv[0]) then
                    %s
                end if;
                return new;
            end $$;
            create function put_off() returns trigger language plpgsql as $$ begin
                if exists (select from held where lot = new.lot and step = tg_argv[0]) then
                    new.next_look_at := now() + interval '1 day';
                end if;
                return new;
            end $$;
            create trigger ask before insert on payment for each row
                when (new.refund_of is null) execute function hold('ask');
            create trigger charge before insert on payment for each row
                when (new.refund_of is null) execute function put_off('charge');
            create trigger refund before insert on payment for each row
                when (new.refund_of is not null) execute function put_off('refund');
            create trigger settle before update on payment for each row
                when (new.state = 'succeeded') execute function hold('settle');
            create trigger tell before insert on sale_step for each row
                when (new.what = 'payment') execute function hold('tell');
            create trigger mark before update on sale for each row
                when (new.published_at is not null and new.state = 'paid')
                execute function hold('mark');
            """
                    .formatted(Barrier.STOP);

    private final MoneyOnStage stage;
    private final Barrier barrier;

    /** Its sale is not committed, and so nothing is asked for. */
    LotId asking;

    /** It is asked for, and nobody has looked. */
    LotId asked;

    /** The provider will charge, long after the caller is dead. */
    LotId late;

    /** The provider has charged and not answered; its webhook is lost. */
    LotId unanswered;

    /** The provider has answered; that is being written down. */
    LotId settling;

    /** The sale is being told, in that same transaction. */
    LotId telling;

    /** The sale is paid and on Kafka, but not marked so. */
    LotId marking;

    /** What came too late is given back by the provider, which has not answered. */
    LotId refunding;

    Standstill(MoneyOnStage stage) {
        this.stage = stage;
        this.barrier = new Barrier(stage.tables);
        stage.tables.execute(TRIGGERS);
    }

    /** Returns when each stands where it should. */
    void arrange() {
        refunding = stage.sold("fault-pending-4", lot -> hold(lot, "refund"));
        Barrier.await("the charge to be given back", () -> stage.charges(refunding).size() == 1);
        stage.operator(refunding, "cancel", "{\"reason\":\"stolen\"}", 200);
        stage.sandbox.settle(refunding + "/0/0", Charge.Status.SUCCEEDED);
        Barrier.await(
                "the refund to be asked for", () -> rows("refund_of is not null", refunding) == 1);

        marking = stage.sold("alice", lot -> hold(lot, "mark"));
        Barrier.await("the mark", () -> barrier.waiting() == 1);

        asked = stage.sold("alice", lot -> hold(lot, "charge"));
        late = stage.sold("fault-late-charge-2", lot -> hold(lot, "charge"));
        unanswered = stage.sold("fault-no-answer-after-charge-2", lot -> hold(lot, "charge"));
        settling = stage.sold("alice", lot -> hold(lot, "charge", "settle"));
        telling = stage.sold("alice", lot -> hold(lot, "charge", "tell"));
        for (LotId lot : new LotId[] {asked, late, unanswered, settling, telling}) {
            Barrier.await(lot + " to be asked for", () -> rows("refund_of is null", lot) == 1);
        }
        stage.sandbox.nextRefunds(Fault.NO_ANSWER_AFTER_CHARGE, 1);
        stage.tables.execute(
                "update payment set next_look_at = now() where state = 'open' and lot <> '"
                        + asked
                        + "'");
        Barrier.await(
                "all at once to stand still",
                () -> barrier.waiting() == 3 && stage.sandbox.held() == 3);

        asking = stage.sold("alice", lot -> hold(lot, "ask"));
        Barrier.await("the sale's own step", () -> barrier.waiting() == 4);
        assertStanding();
    }

    List<LotId> toBePaid() {
        return List.of(asking, asked, late, unanswered, settling, telling, marking);
    }

    private void assertStanding() {
        assertThat(rows("true", asking)).isZero();
        assertThat(stage.charges(asked)).isEmpty();
        assertThat(stage.charges(late)).isEmpty();
        for (LotId lot : new LotId[] {unanswered, settling, telling, marking}) {
            assertThat(stage.charges(lot)).hasSize(1);
        }
        for (LotId lot : new LotId[] {asked, late, unanswered, settling, telling}) {
            assertThat(rows("state = 'open'", lot)).isEqualTo(1);
        }
        assertThat(stage.refunds(refunding)).hasSize(1);
        assertThat(rows("state = 'open' and refund_of is not null", refunding)).isEqualTo(1);
    }

    private void hold(LotId lot, String... steps) {
        for (String step : steps) {
            stage.tables.execute("insert into held values ('" + lot + "', '" + step + "')");
        }
    }

    private long rows(String condition, LotId lot) {
        return stage.tables.count(
                "select count(*) from payment where lot = ? and " + condition, lot);
    }

    /** Nothing is held any more, and no lease keeps anybody away. */
    @Override
    public void close() {
        stage.tables.execute("delete from held");
        barrier.close();
        stage.tables.execute("update payment set next_look_at = now() where state = 'open'");
    }
}
