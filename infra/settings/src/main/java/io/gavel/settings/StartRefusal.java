package io.gavel.settings;

import java.util.List;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.annotation.Order;

/**
 * Says why a service does not start, if it is for its settings or for a server that they are to
 * bring it to: an error in the log for each, one sentence without a stack trace. The process then
 * ends with exit code 1.
 */
@Order(0)
final class StartRefusal implements SpringBootExceptionReporter {
    private static final Log LOG = LogFactory.getLog(StartRefusal.class);

    @Override
    public boolean reportException(Throwable failure) {
        List<String> sentences = sentences(failure);
        sentences.forEach(LOG::error);
        return !sentences.isEmpty();
    }

    /** None if it fails for something else than its settings, or a server that lets it not in. */
    static List<String> sentences(Throwable failure) {
        return find(RefusedSettings.class, failure)
                .map(RefusedSettings::sentences)
                .or(() ->
                        find(BindException.class, failure)
                                .map(bind -> BadValues.sentences(bind, type(failure))))
                .orElseGet(() -> ShutDoors.sentences(failure));
    }

    private static Optional<Class<?>> type(Throwable failure) {
        return find(ConfigurationPropertiesBindException.class, failure)
                .map(ConfigurationPropertiesBindException::getBeanType);
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, @Nullable Throwable in) {
        for (Throwable cause = in; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
