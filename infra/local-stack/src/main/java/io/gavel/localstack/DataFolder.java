package io.gavel.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that holds all of a stack's data, locked for one stack at a time. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "stack.lock";
    private static final List<String> CONTENT =
            List.of("postgres", "kafka", "keys", "logs", "mail");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the folder if need be and locks it.
     *
     * @throws StackFailure if another stack runs on it, or it holds something that is not Gavel's
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            Path path = folder.toRealPath();
            refuseForeign(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StackFailure(
                        "data folder "
                                + path
                                + " is in use by another running Gavel:"
                                + " stop that, or choose another folder with --data");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StackFailure("cannot use data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        try (var files = Files.list(path)) {
            if (!Files.exists(path.resolve(LOCK)) && files.findAny().isPresent()) {
                throw new StackFailure(
                        "data folder "
                                + path
                                + " holds something that is not Gavel's: choose an empty one");
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** Deletes all data, keys and logs. */
    void clear() {
        try {
            for (String name : CONTENT) {
                Folders.delete(path.resolve(name));
            }
        } catch (IOException e) {
            throw new StackFailure("cannot empty data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /** Lets others use the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StackFailure("cannot release data folder " + path, e);
        }
    }
}
