package io.gavel.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, version 5 or newer: {@code kustomize}, or the one in {@code kubectl}. */
final class Kustomize {

    private static final int OLDEST = 5;
    private static final long DEADLINE_SECONDS = 50;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");
    private static final List<List<String>> PROGRAMS =
            List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"));

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /** What a program wrote, and how it ended. */
    private record Ended(int status, String out, String errors) {}

    static Kustomize found() {
        List<String> seen = new ArrayList<>();
        for (List<String> program : PROGRAMS) {
            String version = version(program.getFirst());
            Matcher major = VERSION.matcher(version);
            if (major.find() && Integer.parseInt(major.group(1)) >= OLDEST) {
                return new Kustomize(program);
            }
            seen.add(program.getFirst() + ": " + (version.isEmpty() ? "not found" : version));
        }
        throw new AssertionError(
                seen
                        + " (expected: kubectl 1.27 or newer, or kustomize 5 or newer, in the PATH;"
                        + " see CONTRIBUTING.md)");
    }

    /** The version of Kustomize itself, such as {@code v5.5.0}; empty if there is none. */
    private static String version(String program) {
        try {
            return program.equals("kubectl")
                    ? run(List.of("kubectl", "version", "--client", "-o", "json"))
                            .out()
                            .replaceAll("(?s).*\"kustomizeVersion\": \"([^\"]*)\".*", "$1")
                    : run(List.of("kustomize", "version")).out();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /**
     * What it makes of a folder.
     *
     * @throws AssertionError if it says anything besides, such as that a field is deprecated
     */
    String build(Path folder) {
        List<String> all = new ArrayList<>(command);
        all.add(folder.toString());
        Ended ended = run(all);
        if (ended.status() != 0 || !ended.errors().isBlank()) {
            throw new AssertionError(
                    String.join(" ", all)
                            + " ended with "
                            + ended.status()
                            + " (expected: 0, and no warning): "
                            + ended.errors());
        }
        return ended.out();
    }

    private static Ended run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            CompletableFuture<String> errors =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " runs for " + DEADLINE_SECONDS + " s");
            }
            return new Ended(process.exitValue(), out, errors.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
