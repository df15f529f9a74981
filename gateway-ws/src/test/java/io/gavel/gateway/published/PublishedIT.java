package io.gavel.gateway.published;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedIT {

    @ParameterizedTest
    @ValueSource(strings = {Documents.OPENAPI, Documents.ASYNCAPI, Documents.SCHEMAS})
    void everybody_can_read(String document) throws IOException {
        HttpResponse<String> response = gateway().get("/" + document, null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(response.body()).isEqualTo(text("/published/" + document));
    }

    @Test
    void no_other_document_is_there() {
        assertThat(gateway().get("/application.yaml", null).statusCode()).isEqualTo(404);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = PublishedIT.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
