package io.gavel.settlement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailPropertiesTest {

    @Test
    void the_defaults_are_those_of_the_javadoc() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new MailProperties(
                                MailProperties.Way.NONE,
                                "noreply@gavel.test",
                                "",
                                null,
                                "",
                                Duration.ofSeconds(30)));
    }

    @Test
    void files_need_a_folder() {
        assertThat(bound(Map.of("gavel.mail.transport", "files")).isComplete()).isFalse();
        assertThat(
                        bound(Map.of("gavel.mail.transport", "files", "gavel.mail.folder", "mail"))
                                .isComplete())
                .isTrue();
    }

    private static MailProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("gavel.mail", MailProperties.class);
    }
}
