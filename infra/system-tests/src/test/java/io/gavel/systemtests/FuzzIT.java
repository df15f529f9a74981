package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.ServiceProcess;
import io.gavel.localstack.StackOptions;
import io.gavel.systemtests.fuzz.OddFrames;
import io.gavel.systemtests.fuzz.OddRequests;
import io.gavel.systemtests.fuzz.Rounds;
import io.gavel.systemtests.fuzz.ServiceLog;
import io.gavel.systemtests.fuzz.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Frames and requests that are broken, odd or hostile, from a seed: each gets an answer that is no
 * 5xx, no service logs a warning or an exception, no buffer leaks (Netty looks at each one), and
 * then an auction goes on as ever. See one again with {@code -Dfuzz.seed=… -Dfuzz.first=…
 * -Dfuzz.rounds=…}.
 */
@Timeout(300)
class FuzzIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final int CASES = Integer.getInteger("fuzz.rounds", 100_000);

    /** Behind the lots of other tests in every list. */
    private static final Instant END =
            Instant.now().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS);

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void whatever_is_said_the_services_answer_and_an_auction_goes_on() throws Exception {
        Stage stage = stage();
        Map<ServiceProcess, ServiceLog> logs = new LinkedHashMap<>();
        for (ServiceProcess service : services()) {
            logs.put(service, log(service));
        }
        Rounds rounds =
                new Rounds(
                        stage,
                        new OddFrames(stage, frames()),
                        new OddRequests(stage),
                        SEED,
                        FIRST,
                        CASES);

        assertThat(rounds.run()).isEmpty();

        anAuctionGoesOn();
        for (ServiceProcess service : services()) {
            collectGarbage(service);
        }
        anAuctionGoesOn();
        for (Map.Entry<ServiceProcess, ServiceLog> each : logs.entrySet()) {
            assertThat(each.getValue().serious())
                    .as(each.getKey().name() + " after seed " + SEED + ", from case " + FIRST)
                    .isEmpty();
        }
    }

    private static void anAuctionGoesOn() {
        String seller = GAVEL.api().token("sam", "SELLER");
        String lot = GAVEL.list(seller, END, Map.of());
        try (Participant bidder = GAVEL.api().join(GAVEL.api().token("alice", "BIDDER"))) {
            bidder.watch(lot, "log");
            bidder.await("snapshot");
            assertThat(bidder.bid(lot, 500).get("outcome").stringValue()).isEqualTo("accepted");
            bidder.awaitEvent(lot, "bid");
        }
    }

    private static Stage stage() throws IOException {
        String seller = GAVEL.api().token("sam", "SELLER");
        List<String> lots = new ArrayList<>();
        List<String> listings = new ArrayList<>();
        for (String golden : golden("command-list-lot")) {
            String listing = golden.replaceAll("\"(opensAt|closesAt)\":\"[^\"]*\"", "\"$1\":null");
            listing = listing.replaceAll("\"photos\":\\[[^]]*]", "\"photos\":[]");
            listing = listing.replaceFirst("\"closesAt\":null", "\"closesAt\":\"" + END + "\"");
            listings.add(listing);
            lots.add(GAVEL.list(seller, listing));
        }
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tokens.add(GAVEL.api().token("fuzz" + i, "BIDDER"));
        }
        tokens.add(GAVEL.api().token("sam", "SELLER", "BIDDER"));
        tokens.add(GAVEL.api().token("olga", "OPERATOR", "SELLER"));
        return new Stage(GAVEL.stack().gatewayUri().getAuthority(), lots, tokens, listings);
    }

    private static List<String> frames() throws IOException {
        return golden("client-").stream()
                .map(frame ->
                        frame.replaceAll("(\"lot\":)\"" + UUID + "\"", "$1\"\\$LOT\"")
                                .replaceAll("(\"id\":)\"" + UUID + "\"", "$1\"\\$ID\"")
                                .replaceAll("(\"amount\":)[0-9]+", "$1\\$AMOUNT")
                                .replaceAll("(\"token\":)\"[^\"]*\"", "$1\"\\$TOKEN\""))
                .toList();
    }

    private static List<String> golden(String prefix) throws IOException {
        Path folder =
                StackOptions.defaults().home().resolve("infra/contracts/src/test/resources/golden");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    texts.add(Files.readString(file).strip());
                }
            }
        }
        return texts;
    }

    private static List<ServiceProcess> services() {
        return List.of(
                GAVEL.stack().gateway(), GAVEL.stack().bidding(), GAVEL.stack().settlement());
    }

    private static ServiceLog log(ServiceProcess service) throws IOException {
        return new ServiceLog(GAVEL.data().resolve("logs").resolve(service.name() + ".log"));
    }

    /** A leak is found when its buffer is collected. */
    private static void collectGarbage(ServiceProcess service)
            throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process done =
                new ProcessBuilder(jcmd.toString(), Long.toString(service.pid()), "GC.run")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(done.getInputStream().readAllBytes());
        assertThat(done.waitFor()).as(said).isZero();
    }
}
