package io.gavel.gateway.problem;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OddHeadersIT {

    @Test
    void a_page_asked_for_in_no_media_type_is_a_bad_request() {
        HttpResponse<String> answer = gateway().call("GET", "/", null, null, Map.of("Accept", ";"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("expected: media types");
    }

    /** An answer that announced more than it has would never end for the client. */
    @Test
    void a_range_that_is_not_there_is_answered_without_a_body_and_with_the_length() {
        HttpResponse<String> whole = gateway().get("/openapi.yaml", null);
        HttpResponse<String> answer =
                gateway().call("GET", "/openapi.yaml", null, null, Map.of("Range", "bytes=9-1"));
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Range"))
                .isEqualTo(whole.headers().firstValue("Content-Length").map("bytes */"::concat));
    }
}
