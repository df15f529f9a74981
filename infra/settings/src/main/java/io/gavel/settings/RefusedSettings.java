package io.gavel.settings;

import java.util.List;
import java.util.function.Supplier;

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

    /**
     * What is made of a setting.
     *
     * @throws RefusedSettings that says so of the setting if nothing can be made of it; the
     *     exception's message must tell no secret
     */
    public static <T> T unless(String setting, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedSettings(setting + ": " + e.getMessage());
        }
    }

    List<String> sentences() {
        return sentences;
    }
}
