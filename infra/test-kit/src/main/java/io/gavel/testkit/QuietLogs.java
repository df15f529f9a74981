package io.gavel.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/**
 * Keeps Logback from printing debug lines in tests that do not start Spring, which sets levels of
 * its own.
 */
public final class QuietLogs implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
