package io.gavel.localstack;

import java.nio.file.Path;

/** Makes the keys of a Gavel that is tried out, those that are not there yet, and goes. */
final class KeysMain {
    private static final int FAILED = 1;
    private static final int UNCLEAR = 2;

    private KeysMain() {}

    /** Takes the folder that keeps them; who runs this owns them, and nobody else reads them. */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("keys: " + args.length + " arguments (expected: a folder)");
            System.exit(UNCLEAR);
        }
        try {
            DemoKeys.in(Path.of(args[0]));
        } catch (StackFailure e) {
            System.err.println("keys: " + e.getMessage());
            System.exit(FAILED);
        }
    }
}
