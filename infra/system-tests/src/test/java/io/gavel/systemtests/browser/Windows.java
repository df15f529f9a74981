package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.gavel.systemtests.RunningGavel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The windows of a test, in the one Chromium of all test classes of this JVM. Each shares nothing
 * with the others, as if on a device of its own. After the test all are closed, and in none of them
 * may a script have failed.
 */
final class Windows implements BeforeAllCallback, AfterEachCallback {

    /** How long an assertion on a page waits; nothing takes that long on a machine at rest. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Namespace HERE = Namespace.create(Windows.class);

    private final RunningGavel gavel;
    private final List<Window> open = new ArrayList<>();
    private @Nullable Chromium chromium;

    private Windows(RunningGavel gavel) {
        this.gavel = gavel;
    }

    static Windows on(RunningGavel gavel) {
        return new Windows(gavel);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        chromium =
                context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                        .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    /** A new one, at the first gateway. */
    Window open() {
        return openAt(gavel.stack().gatewayUri());
    }

    Window openAt(URI gateway) {
        Window window =
                Objects.requireNonNull(chromium, "it is started before the class").window(gateway);
        open.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> scriptErrors =
                open.stream().flatMap(window -> window.scriptErrors().stream()).toList();
        open.forEach(Window::close);
        open.clear();
        assertThat(scriptErrors).as("what went wrong in scripts").isEmpty();
    }
}
