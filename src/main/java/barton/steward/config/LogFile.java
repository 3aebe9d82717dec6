package barton.steward.config;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the log goes. To be called before the first logger is made, else the log goes nowhere.
public final class LogFile {
    /// Read by `logback.xml`.
    static final String PROPERTY = "steward.log";

    private LogFile() {
    }

    /// Sends every log record, those of the JDK's own logging too, into `steward.log` of the folder, and nothing to the terminal.
    /// @return the file, not necessarily there yet
    public static Path in(Path folder) {
        PrivateFolder.make(folder);
        Path file = folder.resolve("steward.log");
        System.setProperty(PROPERTY, file.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return file;
    }
}
