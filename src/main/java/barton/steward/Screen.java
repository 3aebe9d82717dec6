package barton.steward;

import barton.steward.model.StewardException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// Finds out, before JavaFX is started, whether this Linux system has what JavaFX needs: JavaFX itself would say it in stack traces.
/// Elsewhere everything needed comes with JavaFX or the system.
final class Screen {
    private static final List<String> FOR_TEXT =
            List.of("libfreetype.so.6", "libfontconfig.so.1", "libpango-1.0.so.0", "libpangoft2-1.0.so.0");
    private static final List<String> FOR_WINDOWS = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

    private final Map<String, String> environment;
    private final UnaryOperator<List<String>> missing;
    private final BooleanSupplier hasFonts;
    private final BooleanSupplier opensDisplay;

    /// @param missing which of some libraries cannot be loaded
    Screen(Map<String, String> environment, UnaryOperator<List<String>> missing) {
        this(environment, missing, Native::hasFonts, Native::opensDisplay);
    }

    Screen(Map<String, String> environment, UnaryOperator<List<String>> missing, BooleanSupplier hasFonts, BooleanSupplier opensDisplay) {
        this.environment = environment;
        this.missing = missing;
        this.hasFonts = hasFonts;
        this.opensDisplay = opensDisplay;
    }

    static boolean isOnLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    /// Lets JavaFX draw windows into memory only. To be called before it starts.
    static void drawNowhere() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    boolean hasDisplay() {
        return !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /// @throws StewardException where a window cannot be drawn even without a display
    void requireText() {
        require(FOR_TEXT, "The window cannot be drawn",
                "apt install libpango-1.0-0 libpangoft2-1.0-0 fontconfig", "dnf install pango fontconfig");
        if (!hasFonts.getAsBoolean()) {
            throw StewardException.refused("The window cannot be drawn: this system has no fonts.",
                    "Install some: `apt install fonts-dejavu-core` on Debian and Ubuntu, `dnf install dejavu-sans-fonts` on Fedora.");
        }
    }

    /// @throws StewardException where a window cannot be shown
    void requireWindows() {
        if (!hasDisplay()) {
            throw StewardException.refused("There is no display for the window: DISPLAY is not set.",
                    "Start it in a desktop session, or use a command: `steward --help` shows them.");
        }
        requireText();
        require(FOR_WINDOWS, "The window cannot be shown", "apt install libgtk-3-0 libxtst6", "dnf install gtk3 libXtst");
        if (!opensDisplay.getAsBoolean()) {
            throw StewardException.refused("The display %s does not let the window in.".formatted(environment.get("DISPLAY")),
                    "Check DISPLAY and XAUTHORITY, or use a command: `steward --help` shows them.");
        }
    }

    private void require(List<String> libraries, String what, String apt, String dnf) {
        List<String> lacking = missing.apply(libraries);
        if (!lacking.isEmpty()) {
            throw StewardException.refused("%s: this system lacks %s.".formatted(what, String.join(", ", lacking)),
                    "Install what is missing: `%s` on Debian and Ubuntu, `%s` on Fedora.".formatted(apt, dnf));
        }
    }
}
