package io.gavel.settings;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.errors.AuthenticationException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Servers that a service needs to start and that do not let it in, or that it does not trust: a
 * wrong password, a certificate of an unknown authority, an address where nobody answers.
 */
final class ShutDoors {
    private ShutDoors() {}

    /** A sentence on the one that is in the way; none if it is something else. */
    static List<String> sentences(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException) {
                return List.of(sentence("Kafka", cause, "spring.kafka.* and spring.ssl.bundle.*"));
            }
            if (cause instanceof SQLException sql && isShut(sql)) {
                return List.of(sentence("PostgreSQL", cause, "spring.flyway.* and spring.r2dbc.*"));
            }
        }
        return List.of();
    }

    /**
     * No connection, not let in, or no such database; else it let us in, and failed at our work.
     */
    private static boolean isShut(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    }

    private static String sentence(String server, Throwable failure, String settings) {
        String why =
                failure.getCause() == null
                        ? ""
                        : " (" + said(NestedExceptionUtils.getMostSpecificCause(failure)) + ")";
        return server + ": " + said(failure) + why + "; set by " + settings;
    }

    private static String said(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\n\\s*", "; ");
    }
}
