package io.gavel.systemtests;

import io.gavel.localstack.LocalStack;
import io.gavel.localstack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole stack for one test class, on data of its own. */
final class RunningGavel implements BeforeAllCallback, AfterAllCallback {

    private Path data;
    private LocalStack stack;
    private Api api;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("gavel-system-test");
        stack =
                LocalStack.start(
                        StackOptions.defaults().withDataDirectory(data).withPort(0),
                        System.out::println);
        api = new Api(stack.gatewayUri());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (api != null) {
            api.close();
        }
        if (stack != null) {
            stack.close();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    LocalStack stack() {
        return stack;
    }

    Path data() {
        return data;
    }

    Api api() {
        return api;
    }

    /** Lists a lot from 1.00 on eBay's ladder and returns its id. */
    String list(String sellerToken, Instant closesAt, Map<String, String> more) {
        StringBuilder body =
                new StringBuilder(
                        "{\"title\":\"A clock\",\"description\":\"Ticks.\",\"format\":\"english\","
                            + "\"currency\":\"EUR\",\"startingPrice\":100,\"increments\":\"ebay-us\",\"closesAt\":\""
                                + closesAt
                                + "\"");
        more.forEach((name, value) -> body.append(",\"").append(name).append("\":").append(value));
        return list(sellerToken, body.append('}').toString());
    }

    /** Lists what the JSON says and returns its id. */
    String list(String sellerToken, String body) {
        Api.Answer answer = api.post("/api/v1/lots", sellerToken, body);
        if (answer.status() != 201) {
            throw new AssertionError("listing: " + answer.status() + " " + answer.text());
        }
        return answer.json().get("id").stringValue();
    }
}
