package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;

/** What a page is like on a phone, held upright. */
final class Phone {

    static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /** In CSS pixels, WCAG 2.2 AA; a link within a sentence may be smaller. */
    private static final String TOO_SMALL =
            """
            () => {
              const least = 24;
              const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
              const text = (each) => each.textContent.replace(/\\s+/g, ' ').trim();
              const inSentence = (each) =>
                getComputedStyle(each).display === 'inline' &&
                [...each.parentNode.childNodes].some((beside) => beside.nodeType === Node.TEXT_NODE && beside.data.trim() !== '');
              const target = (each) => (each.matches('[type=checkbox], [type=radio]') ? each.closest('label') ?? each : each);
              return all(document)
                .filter((each) => each.matches('a[href], button, input, select, textarea, summary') && each.checkVisibility())
                .filter((each) => !inSentence(each))
                .map(target)
                .map((each) => ({ each, ...each.getBoundingClientRect().toJSON() }))
                .filter(({ width, height }) => Math.min(width, height) < least - 0.1)
                .map(({ each, width, height }) => `${each.localName} "${text(each)}": ${width} x ${height}`);
            }\
            """;

    private Phone() {}

    static void become(Page page) {
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** That nothing must be scrolled to the side; the window has its size back afterwards. */
    static void assertFits(Page page, String what) {
        ViewportSize before = page.viewportSize();
        become(page);
        assertThat(width(page)).as("%s on a phone", what).isLessThanOrEqualTo(WIDTH);
        page.setViewportSize(before.width, before.height);
    }

    /** How wide a page is; more than {@link #WIDTH} must be scrolled to be read. */
    static int width(Page page) {
        return (Integer) page.evaluate("() => document.documentElement.scrollWidth");
    }

    /** Each thing that is too small to be hit with a finger, in a line. */
    static List<?> tooSmall(Page page) {
        return (List<?>) page.evaluate(TOO_SMALL);
    }
}
