package io.gavel.settings;

import java.util.List;

/** The service does not start with these settings. */
public class RefusedSettings extends IllegalStateException {
    private final transient List<String> sentences;

    /** Each sentence names a setting, and says what came and what was expected. */
    public RefusedSettings(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public RefusedSettings(String sentence) {
        this(List.of(sentence));
    }

    List<String> sentences() {
        return sentences;
    }
}
