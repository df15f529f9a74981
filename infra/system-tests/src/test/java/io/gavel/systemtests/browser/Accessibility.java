package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds on a page. */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");

    private static final String FINDINGS =
            """
            async () => {
              const { violations } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target}`));
            }\
            """;

    private Accessibility() {}

    /**
     * Each serious or critical finding, in a line; empty is as it should be. From then on the page
     * is asked to move nothing, since colours are judged as they are at that moment.
     */
    static List<?> of(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in globalThis"))) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(FINDINGS);
    }

    /** That nothing is found in the dark and in the light, which it is left in. */
    static void assertUsable(Page page, String what) {
        for (String scheme : List.of("dark", "light")) {
            page.evaluate("scheme => (document.documentElement.dataset.theme = scheme)", scheme);
            assertThat(of(page)).as("%s, %s", what, scheme).isEmpty();
        }
    }

    private static String read(String resource) {
        try (InputStream script = Accessibility.class.getResourceAsStream(resource)) {
            byte[] bytes =
                    Objects.requireNonNull(script, "axe-core is on the class path").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
