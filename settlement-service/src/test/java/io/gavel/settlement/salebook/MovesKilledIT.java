package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.SettlementProcess;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Tokens;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * kill -9 in the middle of each move of a sale, over real PostgreSQL and Kafka: when the service is
 * there again, and whoever asked asks again, the move has been made once.
 */
@Timeout(120)
class MovesKilledIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final String OLGA = Tokens.of("olga", "OPERATOR");
    private static final Map<String, String> TOKENS =
            Map.of(
                    "olga", OLGA,
                    "carol", Tokens.of("carol", "BIDDER"),
                    "bob", Tokens.of("bob", "SELLER"));
    private static final String TRIGGERS =
            """
            create table if not exists held (lot uuid);
            create or replace function hold() returns trigger language plpgsql as $$ begin
                if exists (select from held where lot = new.lot) then
                    %s
                end if;
                return new;
            end $$;
            create or replace trigger step before insert on sale_step for each row execute function hold();
            """
                    .formatted(Barrier.STOP);

    private static SettlementProcess settlement;
    private static Wire wire;

    private final Map<Move, LotId> lots = new EnumMap<>(Move.class);

    @BeforeAll
    static void start() {
        settlement =
                SettlementProcess.start(
                        DATABASE,
                        KAFKA,
                        "--gavel.database-timeout=60s",
                        "--gavel.sale.deadline-pause=20ms",
                        "--spring.r2dbc.pool.max-size=20");
        wire = new Wire(KAFKA);
        settlement.awaitReady();
        TABLES.execute(TRIGGERS);
    }

    @AfterAll
    static void stop() {
        settlement.close();
        wire.close();
    }

    @Test
    void eachIsMadeOnce() {
        for (Move move : Move.values()) {
            lots.put(move, sold());
        }
        lots.forEach((move, lot) -> lead(lot, move.from));
        // A round makes one move after the other, so that only one of those by deadline stands.
        killedIn(EnumSet.complementOf(EnumSet.of(Move.OFFER)));
        killedIn(EnumSet.of(Move.OFFER));

        lots.forEach((move, lot) -> {
            awaitState(lot, move.to);
            assertThat(steps(move)).as("steps of " + move).isEqualTo(1);
            if (move.by != null) {
                assertThat(ask(move).statusCode()).as(move + ", asked again").isEqualTo(200);
                assertThat(steps(move)).as("steps of " + move).isEqualTo(1);
            }
        });
        Books.assertEven(TABLES);
        lots.forEach((move, lot) -> wire.await(1, Topics.Names.SALES, lot));
    }

    /**
     * They stand just before they are written, and with them the service dies; then they are made.
     */
    private void killedIn(Collection<Move> moves) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Barrier barrier = new Barrier(TABLES)) {
                moves.forEach(move ->
                        TABLES.execute("insert into held values ('" + lots.get(move) + "')"));
                List<CompletableFuture<Boolean>> answered =
                        moves.stream()
                                .filter(move -> move.by != null)
                                .map(move ->
                                        CompletableFuture.supplyAsync(
                                                () -> isAnswered(move), callers))
                                .toList();
                moves.stream()
                        .filter(move -> move.by == null)
                        .forEach(move -> TABLES.letDeadlinePass(lots.get(move)));
                Barrier.await("all to stand still", () -> barrier.waiting() == moves.size());
                settlement.kill();
                assertThat(answered).noneMatch(CompletableFuture::join);
                TABLES.execute("delete from held");
            }
            moves.forEach(move -> assertThat(steps(move)).as("steps of " + move).isZero());
            settlement.startAgain();
            settlement.awaitReady();
        }
        for (Move move : moves) {
            if (move.by != null) {
                HttpResponse<String> answer = ask(move);
                assertThat(answer.statusCode()).as(move + ": " + answer.body()).isEqualTo(200);
            } else {
                awaitState(lots.get(move), move.to);
            }
        }
    }

    private boolean isAnswered(Move move) {
        try {
            ask(move);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpResponse<String> ask(Move move) {
        LotId lot = lots.get(move);
        return settlement.post(
                "/api/v1/sales/" + lot + "/" + move.call,
                TOKENS.get(move.by),
                "key of " + move,
                move.body(lot));
    }

    /** To Alice at 15.50; Carol bid up to 15.00. */
    private static LotId sold() {
        LotOnStage lot = LotOnStage.longOpen();
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(2, 1_000));
        wire.send(Topics.DECISIONS, lot.id(), lot.decision("carol", 2, 1_500));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(1, 1_550));
        wire.send(Topics.DECISIONS, lot.id(), lot.decision("alice", 1, 9_999));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.sold());
        return lot.id();
    }

    /** One deadline after the other passes until the sale is there. */
    private static void lead(LotId lot, String state) {
        for (String next : List.of("awaiting-payment", "defaulted", "offered", "unsold")) {
            awaitState(lot, next);
            if (next.equals(state)) {
                return;
            }
            TABLES.letDeadlinePass(lot);
        }
    }

    private static void awaitState(LotId lot, String state) {
        Barrier.await(lot + " to be " + state, () -> state(lot).equals(state));
    }

    private static String state(LotId lot) {
        String sale = settlement.get("/api/v1/sales/" + lot, OLGA).body();
        return Json.tree(sale.getBytes(UTF_8)).path("state").asString("");
    }

    /** How often the move was made. */
    private long steps(Move move) {
        String key =
                move.by != null
                        ? "= 'call/key of " + move + "'"
                        : "like 'deadline/%' and state = '" + move.to + "'";
        return TABLES.count(
                "select count(*) from sale_step where lot = ? and input_key " + key,
                lots.get(move));
    }
}
