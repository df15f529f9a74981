package io.gavel.bench;

/** The JVM that started this one. */
final class Parent {

    private Parent() {}

    /** Ends this JVM when the other is gone. */
    static void endWithIt() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> {
                    var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
                });
    }
}
