package io.gavel.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gavel.testkit.Deno;
import io.gavel.testkit.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests of the page and the client in {@code src/test/web}, each as one of its own. */
class ClientTest {

    private static final Path MODULE = Path.of("");
    private static final int FEWEST = 70;

    /** A line of the Test Anything Protocol, and what follows when it says no. */
    private static final Pattern RESULT =
            Pattern.compile("^(not )?ok \\d+ - (.+)$((?:\\R  .*)*)", Pattern.MULTILINE);

    @TestFactory
    List<DynamicTest> holds() {
        Program.Ran ran =
                Deno.ofTheBuild(MODULE)
                        .run(
                                MODULE.toAbsolutePath(),
                                "test",
                                "--no-check",
                                "--unstable-sloppy-imports",
                                "--allow-read=src/main/web",
                                "--reporter=tap",
                                "src/test/web");
        List<DynamicTest> tests =
                RESULT.matcher(ran.output()).results().map(ClientTest::test).toList();
        assertThat(tests).as(ran.output()).hasSizeGreaterThan(FEWEST);
        boolean told = ran.output().lines().anyMatch(line -> line.startsWith("not ok"));
        assertThat(ran.status() == 0).as("passed: %s", ran.output()).isNotEqualTo(told);
        return tests;
    }

    private static DynamicTest test(MatchResult result) {
        return dynamicTest(
                result.group(2), () -> assertThat(result.group(1)).as(result.group()).isNull());
    }
}
