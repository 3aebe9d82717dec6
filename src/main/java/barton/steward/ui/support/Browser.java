package barton.steward.ui.support;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The system's browser. It is told an address as an argument of its own, which no shell reads.
public final class Browser {
    private Browser() {
    }

    /// Opens a page; blocks for a moment, so never on the FX thread.
    /// @throws IOException where the system has nothing to open it with
    public static void open(URI address) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).redirectInput(Redirect.PIPE).start();
    }
}
