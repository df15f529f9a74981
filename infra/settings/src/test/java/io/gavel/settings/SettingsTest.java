package io.gavel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    @Test
    void what_a_service_knows_is_taken_however_spring_lets_it_be_spelt() {
        try (ConfigurableApplicationContext context =
                start(
                        Map.of(
                                "GAVEL_CHAIRS_IN_A_ROW", "7",
                                "GAVEL_DOOR_STATE", "locked",
                                "GAVEL_DOOR_WORD", "sesame",
                                "GAVEL_PRICES_0_UP_TO", "500",
                                "GAVEL_PRICES_0_PERCENT", "25",
                                "GAVEL_PAUSES_0", "3s",
                                "GAVEL_PAUSES_1_", "4s"),
                        "gavel.words[0]=file:a",
                        "gavel.key=file:/nowhere",
                        "gavel.door.WIDTH=2MB")) {
            RoomProperties room = context.getBean(RoomProperties.class);
            assertThat(room.chairsInARow()).isEqualTo(7);
            assertThat(room.prices().getFirst().upTo()).isEqualTo(500);
            assertThat(room.pauses()).extracting(Object::toString).containsExactly("PT3S", "PT4S");
            assertThat(room.words()).hasSize(1);
            assertThat(room.door().width().toMegabytes()).isEqualTo(2);
        }
        try (ConfigurableApplicationContext context =
                start(
                        Map.of("GAVEL_CHAIRSINAROW", "8"),
                        "gavel.prices[0].up-to=1",
                        "gavel.prices[0].percent=2",
                        "gavel.pauses=1s,2s")) {
            assertThat(context.getBean(RoomProperties.class).chairsInARow()).isEqualTo(8);
        }
    }

    @Test
    void all_that_is_unknown_is_named_at_once_with_what_may_have_been_meant(CapturedOutput output) {
        refused(
                Map.of("GAVEL_DOOR_WITH", "1MB", "GAVEL_CHROMIUM", "/usr/bin/chromium"),
                "gavel.chair-in-a-row=7",
                "gavel.prices[0].percentage=3");

        assertThat(errors(output))
                .containsExactly(
                        "GAVEL_CHROMIUM: unknown setting (expected: one that this service has, see"
                                + " docs/configuration)",
                        "GAVEL_DOOR_WITH: unknown setting (did you mean GAVEL_DOOR_WIDTH?)",
                        "gavel.chair-in-a-row: unknown setting (did you mean"
                                + " gavel.chairs-in-a-row?)",
                        "gavel.prices[0].percentage: unknown setting (did you mean"
                                + " gavel.prices[].percent?)");
        assertThat(output).doesNotContain("\tat ", "APPLICATION FAILED");
    }

    @Test
    void a_training_run_for_an_aot_cache_does_not_mind_what_is_around_it() {
        Map<String, Object> around = Map.of("GAVEL_CHROMIUM", "/usr/bin/chromium");
        try (ConfigurableApplicationContext context =
                start(around, "spring.context.exit=onRefresh")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void a_group_of_settings_is_no_setting_and_a_file_is_read_too(
            @TempDir Path folder, CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("more.yaml"), "gavel: {door: {wood: oak}}");

        refused(Map.of("GAVEL_DOOR", "oak"), "spring.config.import=" + file.toUri());

        assertThat(errors(output))
                .containsExactly(
                        "GAVEL_DOOR: unknown setting (expected: one that this service has, see"
                                + " docs/configuration)",
                        "gavel.door.wood: unknown setting (did you mean gavel.door.word?)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gavel.chairs-in-a-row=many   | gavel.chairs-in-a-row: many (expected: a whole number, at least 1, at most 200)
                    gavel.chairs-in-a-row=0      | gavel.chairs-in-a-row: 0 (expected: a whole number, at least 1, at most 200)
                    gavel.patience=soon          | gavel.patience: soon (expected: a duration such as 200ms, 5s or 2d, at least 10ms)
                    gavel.patience=1ms           | gavel.patience: 1ms (expected: a duration such as 200ms, 5s or 2d, at least 10ms)
                    gavel.door.width=wide        | gavel.door.width: wide (expected: a size such as 64KB or 1MB)
                    gavel.door.state=ajar        | gavel.door.state: ajar (expected: one of open, locked)
                    gavel.door.state=locked      | gavel.door: word: missing (expected: one for a door that is locked)
                    gavel.prices[0].percent=101  | gavel.prices[0].percent: 101 (expected: a number, at most 100)
                    gavel.pauses=2s,1ms          | gavel.pauses[1]: 1ms (expected: with commas, each a duration such as 200ms, 5s or 2d, each at least 1s)
                    """)
    void a_value_that_cannot_be_is_told_with_what_was_expected(
            String setting, String sentence, CapturedOutput output) {
        refused(Map.of(), setting);

        assertThat(errors(output)).containsExactly(sentence);
        assertThat(output).doesNotContain("\tat ", "APPLICATION FAILED");
    }

    @Test
    void a_secret_is_never_shown(CapturedOutput output) {
        refused(Map.of("GAVEL_DOOR_WORD", "wrong-hush"));
        refused(Map.of("GAVEL_WORDS", "right,wrong-hush"));

        assertThat(errors(output))
                .containsExactly(
                        "gavel.door.word: something that is not shown (expected: a secret, or file:"
                                + " and a file that can be read)",
                        "gavel.words: something that is not shown (expected: with commas, each a"
                                + " secret, or file: and a file that can be read)");
        assertThat(output).doesNotContain("hush");
    }

    @Test
    void a_secret_comes_from_the_environment_or_a_file_and_from_nowhere_else(
            CapturedOutput output) {
        refused(
                Map.of("GAVEL_DOOR_WORD", "right"),
                "gavel.words=hush",
                "spring.r2dbc.password=hush",
                "spring.kafka.properties.sasl.jaas.config=hush");

        assertThat(errors(output))
                .hasSize(3)
                .contains(
                        "spring.r2dbc.password: a secret on the command line, where anybody on the"
                            + " machine can read it (expected: in the environment or a file, see"
                            + " docs/configuration/security.md)");
        assertThat(output).doesNotContain("hush");
    }

    @Test
    void a_file_is_named_after_the_setting_that_is_in_it(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("gavel.door.word"), "sesame\n");
        Files.writeString(folder.resolve("spring.r2dbc.password"), "sesame");

        try (ConfigurableApplicationContext context =
                start(Map.of(), "spring.config.import=optional:configtree:" + folder + "/")) {
            assertThat(context.getBean(RoomProperties.class).door().word())
                    .isEqualTo(new RoomProperties.Passphrase("sesame"));
        }
    }

    private static void refused(Map<String, Object> environment, String... settings) {
        assertThat(catchThrowable(() -> start(environment, settings).close())).isNotNull();
    }

    private static List<String> errors(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains(StartRefusal.class.getSimpleName()))
                .map(line ->
                        line.replaceAll(".*" + StartRefusal.class.getSimpleName() + " *: ", ""))
                .collect(Collectors.toList());
    }

    private static ConfigurableApplicationContext start(
            Map<String, Object> variables, String... settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        return new SpringApplicationBuilder(Room.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run(
                        Stream.concat(
                                        Stream.of("spring.main.banner-mode=off"),
                                        Arrays.stream(settings))
                                .map(setting -> "--" + setting)
                                .toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RoomProperties.class)
    @ImportAutoConfiguration(ValidationAutoConfiguration.class)
    static class Room {}
}
