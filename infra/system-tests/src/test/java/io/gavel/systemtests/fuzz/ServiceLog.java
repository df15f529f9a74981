package io.gavel.systemtests.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a service has written from now on. */
public final class ServiceLog {

    /** As Spring Boot writes ECS: a line of JSON each. */
    private static final Pattern SERIOUS =
            Pattern.compile("\"level\":\"(?:WARN|ERROR)\"|\"error\":\\{|\"stack_trace\"|LEAK:");

    /** A broker or a group member that is slow for a moment is not the client's doing. */
    private static final String KAFKA = "\"logger\":\"org.apache.kafka";

    private final Path file;
    private final long from;

    public ServiceLog(Path file) throws IOException {
        this.file = file;
        this.from = Files.size(file);
    }

    /** Warnings, errors, and whatever names an exception or a leak. */
    public List<String> serious() throws IOException {
        byte[] all = Files.readAllBytes(file);
        String text =
                new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
        return text.lines()
                .filter(ServiceLog::isSerious)
                .limit(20)
                .map(line -> line.substring(0, Math.min(3_000, line.length())))
                .toList();
    }

    private static boolean isSerious(String line) {
        boolean slow = line.contains(KAFKA) && !line.contains("stack_trace");
        return !slow && (!line.startsWith("{") || SERIOUS.matcher(line).find());
    }
}
