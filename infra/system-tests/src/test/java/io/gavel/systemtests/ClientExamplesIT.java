package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.Sha256;
import io.gavel.testkit.Deno;
import io.gavel.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples of clients in docs/examples/client: each bids, and another run goes on where it was.
 */
@Timeout(120)
class ClientExamplesIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path EXAMPLES = ROOT.resolve("docs/examples/client");

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    @TempDir Path folder;

    enum Language {
        TYPESCRIPT {
            @Override
            Program.Ran run(Path folder, List<String> arguments) throws IOException {
                Files.copy(EXAMPLES.resolve("typescript/bid.ts"), folder.resolve("bid.ts"));
                for (String file : List.of("client.js", "client.d.ts")) {
                    Files.write(folder.resolve(file), GAVEL.api().get("/" + file, null).body());
                }
                List<String> all = new ArrayList<>(List.of("--check", "--allow-net", "bid.ts"));
                all.addAll(arguments);
                return Deno.ofTheBuild(ROOT.resolve("gateway-ws"))
                        .run(folder, "run", all.toArray(String[]::new));
            }
        },
        JAVA {
            @Override
            Program.Ran run(Path folder, List<String> arguments) {
                String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
                return program(folder, arguments, java, "-XX:TieredStopAtLevel=1", "java/Bid.java");
            }
        },
        PYTHON {
            @Override
            Program.Ran run(Path folder, List<String> arguments) {
                return program(folder, arguments, "python3", "-B", "python/bid.py");
            }
        };

        abstract Program.Ran run(Path folder, List<String> arguments) throws IOException;

        private static Program.Ran program(
                Path folder, List<String> arguments, String program, String option, String file) {
            Stream<String> start = Stream.of(program, option, EXAMPLES.resolve(file).toString());
            return Program.run(folder, Map.of(), Stream.concat(start, arguments.stream()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bids_watches_and_goes_on_where_it_was(Language language) throws IOException {
        String seller = GAVEL.api().token("sue", "SELLER");
        String lot = GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of());

        List<String> first = run("first", language, lot, "alice", "500");
        assertThat(first)
                .anyMatch(line -> line.matches("clock -?[0-9.]+ ms, right to within [0-9.]+ ms"))
                .contains("decision accepted");
        List<String> position = List.of(first.getLast().split(" "));
        assertThat(position).hasSize(3).startsWith("position", "3").endsWith(headOf(lot));

        bid(lot, "bob", 300);
        bid(lot, "bob", 1_000);
        long before = GAVEL.api().log(lot).size();
        List<String> second =
                run("second", language, lot, "carol", "900", position.get(1), position.get(2));
        long all = GAVEL.api().log(lot).size();

        assertThat(all).isGreaterThan(before).isGreaterThan(6);
        assertThat(second)
                .contains("decision accepted")
                .last()
                .isEqualTo("position " + all + " " + headOf(lot));
        assertThat(second.stream().filter(line -> line.startsWith("event ")))
                .extracting(line -> line.split(" ")[1])
                .isEqualTo(LongStream.rangeClosed(4, all).mapToObj(String::valueOf).toList());
    }

    private List<String> run(
            String name, Language language, String lot, String who, String amount, String... after)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(GAVEL.stack().gatewayUri().toString().replaceFirst("/$", ""));
        arguments.addAll(List.of(who, lot, amount));
        arguments.addAll(List.of(after));
        Path own = Files.createDirectory(folder.resolve(name));
        Program.Ran ran = language.run(own, arguments);
        assertThat(ran.status()).as(ran.output()).isZero();
        return ran.output().lines().toList();
    }

    private static void bid(String lot, String who, int amount) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"amount\":" + amount + "}";
        String token = GAVEL.api().token(who, "BIDDER");
        Api.Answer answer = GAVEL.api().post("/api/v1/lots/" + lot + "/bids", token, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String headOf(String lot) {
        return Sha256.of(GAVEL.api().log(lot).getLast()).toString();
    }
}
