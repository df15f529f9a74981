package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.replay.BadUsage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ./gavel verify}: see {@link VerifyOptions#USAGE}. */
public final class Main {

    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(List.of(arguments), System.getenv("GAVEL_TOKEN"), System.in, out, err));
    }

    /** Checks what the command line says and gives the exit code. */
    static int run(
            List<String> arguments,
            @Nullable String token,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(VerifyOptions.USAGE);
            return 0;
        }
        try {
            VerifyOptions options = VerifyOptions.parse(arguments, token);
            String receipt = options.receipt();
            if (receipt == null) {
                return tell(new LogCheck(options, in, err).run(), out, err);
            }
            String word = new ReceiptCheck(options, in, err).word(receipt);
            out.println(word);
            return word.equals(ReceiptCheck.VALID) ? 0 : BROKEN;
        } catch (BadUsage e) {
            err.println("gavel verify: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("gavel verify: reading failed: " + e.getMessage());
        }
        return NOT_CHECKED;
    }

    private static int tell(Optional<Finding> finding, PrintStream out, PrintStream err) {
        finding.ifPresent(flaw -> err.println(flaw.detail()));
        out.println(finding.map(Finding::line).orElse("consistent"));
        return finding.isEmpty() ? 0 : BROKEN;
    }
}
