package barton.steward.config;

import java.nio.file.Path;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the log goes. To be called before the first logger is made, else the log goes nowhere.
public final class LogFile {
    /// Names the file for [LogSetup].
    static final String PROPERTY = "steward.log";

    /// Held, because nobody else would.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private LogFile() {
    }

    /// Sends every log record, those of the JDK's own logging too, into `steward.log` of the folder, and nothing to the terminal;
    /// elsewhere where the folder is not ours.
    /// @return the file, not necessarily there yet
    public static Path in(Path folder) {
        Path file = PrivateFolder.make(folder).resolve("steward.log");
        System.setProperty(PROPERTY, file.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // It asks for module-path options that no folder which may be moved can have; all else that JavaFX has to say is kept.
        JAVAFX.setFilter(told -> !told.getMessage().startsWith("Unsupported JavaFX configuration"));
        return file;
    }
}
