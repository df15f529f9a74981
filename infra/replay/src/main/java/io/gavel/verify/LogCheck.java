package io.gavel.verify;

import io.gavel.contracts.json.Json;
import io.gavel.replay.BadUsage;
import io.gavel.replay.Input;
import io.gavel.replay.Lines;
import io.gavel.replay.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Checks the log that the command line names, with its commands where they are at hand. */
record LogCheck(VerifyOptions options, InputStream standard, PrintStream err) {

    /** The first flaw, if there is any. */
    Optional<Finding> run() throws IOException {
        UUID lot = options.lot();
        return lot == null ? saved() : served(lot);
    }

    private Optional<Finding> saved() throws IOException {
        try (LogSource source = LogSource.Saved.open(options.target(), standard)) {
            String commands = options.commands();
            if (commands == null) {
                return new Log(source, null, null, false).check(err);
            }
            try (InputStream in = Input.open(commands)) {
                return compare(source, null, in, false);
            }
        }
    }

    /** The commands are fetched before the log, so that it can only be the newer of the two. */
    private Optional<Finding> served(UUID lot) throws IOException {
        try (House house = new House(options.url());
                StoredCommands stored = stored(house, lot);
                LogSource source = new LogSource.Served(house, lot)) {
            String commands = stored == null ? options.commands() : stored.file().toString();
            if (commands == null) {
                return new Log(source, lot, null, true).check(err);
            }
            try (InputStream in = Input.open(commands)) {
                return compare(source, lot, in, true);
            }
        } catch (House.Refused e) {
            throw new BadUsage(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Finding> compare(
            LogSource source, @Nullable UUID lot, InputStream commands, boolean mayBeNewer)
            throws IOException {
        try (ReadAhead lines = new ReadAhead(commands)) {
            return new Log(source, lot, new Rerun(lines, err), mayBeNewer).check(err);
        }
    }

    private @Nullable StoredCommands stored(House house, UUID lot) throws IOException {
        if (!options.fetchCommands()) {
            return null;
        }
        String token = options.token();
        return token == null ? ofDemo(house, lot) : StoredCommands.fetch(house, lot, token);
    }

    /** Demo mode gives anybody a token; elsewhere the public bytes must do. */
    private @Nullable StoredCommands ofDemo(House house, UUID lot) throws IOException {
        try (InputStream in =
                house.post("/demo/token", "{\"user\":\"verifier\",\"roles\":[\"OPERATOR\"]}")) {
            String token = Json.tree(in.readNBytes(Lines.MAX_BYTES)).path("token").asString("");
            return StoredCommands.fetch(house, lot, token);
        } catch (House.Refused | JacksonException e) {
            err.println("no commands: " + e.getMessage() + " (or use --token, or --no-commands)");
            return null;
        }
    }
}
