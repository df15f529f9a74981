package io.gavel.bidding;

import io.gavel.testkit.settings.SettingsPage;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void the_page_tells_what_can_be_set() {
        SettingsPage.assertTells("bidding-service", "io.gavel.bidding");
    }
}
