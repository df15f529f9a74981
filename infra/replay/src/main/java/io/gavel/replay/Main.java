package io.gavel.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code ./gavel replay}: see {@link ReplayOptions#USAGE}. */
public final class Main {

    private static final int SOME_UNREADABLE = 1;
    private static final int NOT_DONE = 2;
    private static final int BUFFER_BYTES = 1 << 20;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(run(List.of(arguments), System.in, out, err));
    }

    /** Does what the command line says and gives the exit code. */
    static int run(List<String> arguments, InputStream in, OutputStream plain, PrintStream err) {
        try (OutputStream out = new BufferedOutputStream(plain, BUFFER_BYTES)) {
            if (arguments.contains("--help")) {
                out.write(ReplayOptions.USAGE.getBytes(UTF_8));
                return 0;
            }
            return run(ReplayOptions.parse(arguments), in, out, err);
        } catch (BadUsage e) {
            err.println("gavel replay: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("gavel replay: reading or writing failed: " + e.getMessage());
        }
        return NOT_DONE;
    }

    private static int run(
            ReplayOptions options, InputStream standard, OutputStream out, PrintStream err)
            throws IOException {
        if (options.generate() != null) {
            new MadeUpBids(options.generate(), options.lots()).write(out);
            return 0;
        }
        long unreadable;
        try (InputStream in = Input.open(options.file(), standard);
                ReadAhead lines = new ReadAhead(in)) {
            unreadable =
                    options.compares()
                            ? Comparison.of(options).run(lines, out, err)
                            : play(lines, new Tape(out), err);
        }
        return unreadable == 0 ? 0 : SOME_UNREADABLE;
    }

    private static long play(ReadAhead lines, Tape tape, PrintStream err) throws IOException {
        try {
            return decide(lines, tape, err);
        } finally {
            tape.flush();
        }
    }

    /** How many lines could not be read. */
    private static long decide(ReadAhead lines, Tape tape, PrintStream err) throws IOException {
        Replay replay = new Replay();
        long unreadable = 0;
        for (ReplayLine line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case ReplayLine.Asked asked -> tape.write(replay.decide(asked));
                case ReplayLine.Beat beat -> replay.pass(beat);
                case ReplayLine.Unreadable wrong -> {
                    unreadable++;
                    replay.pass(wrong);
                    err.println(Tape.complaint(wrong));
                }
            }
        }
        return unreadable;
    }
}
