package io.gavel.gateway.forward;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhotoIT {

    private static final String PHOTOS = "/api/v1/photos";
    private static final int MOST = 5 * 1024 * 1024;

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_photo_passes_whole_with_its_token() {
        String token = gateway().token("sam", "SELLER");

        HttpResponse<String> answer = gateway().post(PHOTOS, token, "x".repeat(MOST));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(MOST + " bytes, Bearer " + token);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/photos/x/1600.jpg");
    }

    @Test
    void one_byte_more_is_refused_and_no_other_call_takes_so_much() {
        String token = gateway().token("sam", "SELLER");

        HttpResponse<String> answer = gateway().post(PHOTOS, token, "x".repeat(MOST + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body: too large (expected: at most 5 MiB)");

        assertThat(gateway().post("/api/v1/lots", token, "x".repeat(130 * 1024)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void only_sellers_send_photos() {
        assertThat(gateway().post(PHOTOS, null, "x").statusCode()).isEqualTo(401);
        String bidder = gateway().token("alice", "BIDDER");
        assertThat(gateway().post(PHOTOS, bidder, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void a_photo_is_shown_to_everybody_as_it_is_kept() {
        HttpResponse<String> answer = gateway().get(PHOTOS + "/x/320.jpg", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a picture");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                gateway()
                        .call(
                                "GET",
                                PHOTOS + "/x/320.jpg",
                                null,
                                null,
                                Map.of("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
    }
}
