package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** {@code {"items":[…],"cursor"}}, with the sales' own bytes. */
final class SalePage {

    private SalePage() {}

    /**
     * A page as the viewer may see it.
     *
     * @param limit how many were asked for; fewer mean that there are no more
     */
    static byte[] of(List<SaleReads.Placed> page, int limit, Viewer viewer) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"items\":[".getBytes(UTF_8));
        for (int i = 0; i < page.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            json.writeBytes(SaleView.message(page.get(i).sale(), viewer));
        }
        String cursor = page.size() < limit ? "null" : "\"" + page.getLast().place().text() + "\"";
        json.writeBytes(("],\"cursor\":" + cursor + "}").getBytes(UTF_8));
        return json.toByteArray();
    }
}
