package io.gavel.gateway;

import io.gavel.testkit.settings.SettingsPage;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void the_page_tells_what_can_be_set() {
        SettingsPage.assertTells("gateway-ws", "io.gavel.gateway");
    }
}
