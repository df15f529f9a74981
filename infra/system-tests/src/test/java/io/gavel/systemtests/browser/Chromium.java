package io.gavel.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium of this system, without a screen. It is the one that {@code GAVEL_CHROMIUM} names (a
 * system property or an environment variable), else {@code /usr/bin/chromium}.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> QUIET =
            List.of(
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path executable = executable();
        var options =
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(options);
        var launch =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(!isRoot())
                        .setArgs(QUIET);
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    private static Path executable() {
        Path executable =
                Path.of(
                        Optional.ofNullable(System.getProperty("GAVEL_CHROMIUM"))
                                .or(() -> Optional.ofNullable(System.getenv("GAVEL_CHROMIUM")))
                                .orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    executable
                            + " is no program (expected: a Chromium. Install it with"
                            + " 'apt-get install chromium', or set GAVEL_CHROMIUM)");
        }
        return executable;
    }

    /** Chromium cannot make a sandbox for root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** A window that shares nothing with the others, as if on a device of its own. */
    Window window(URI gavel) {
        return new Window(
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(gavel.toString())
                                .setLocale("en-GB")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
