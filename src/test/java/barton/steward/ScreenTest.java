package barton.steward;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":99");
    private static final UnaryOperator<List<String>> NOTHING = _ -> List.of();
    private static final UnaryOperator<List<String>> GTK = libraries -> libraries.stream().filter("libgtk-3.so.0"::equals).toList();
    private static final BooleanSupplier YES = () -> true;
    private static final BooleanSupplier NO = () -> false;

    @Test
    void saysThatThereIsNoDisplay() {
        var screen = new Screen(Map.of("DISPLAY", " "), NOTHING, YES, YES);

        assertThatThrownBy(screen::requireWindows).isInstanceOf(StewardException.class)
                .hasMessage("There is no display for the window: DISPLAY is not set.");
    }

    @Test
    void namesTheLibrariesThatTextLacksAndHowToGetThem() {
        var screen = new Screen(DISPLAY, _ -> List.of("libfontconfig.so.1", "libpango-1.0.so.0"), YES, YES);

        assertThatThrownBy(screen::requireText)
                .hasMessage("The window cannot be drawn: this system lacks libfontconfig.so.1, libpango-1.0.so.0.")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("apt install libpango-1.0-0", "fontconfig");
    }

    @Test
    void namesTheLibrariesThatWindowsLackAndHowToGetThem() {
        var screen = new Screen(DISPLAY, GTK, YES, YES);

        assertThatThrownBy(screen::requireWindows)
                .hasMessage("The window cannot be shown: this system lacks libgtk-3.so.0.")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("apt install libgtk-3-0");
    }

    @Test
    void needsNoWindowLibrariesForPictures() {
        var screen = new Screen(Map.of(), GTK, YES, YES);

        assertThatCode(screen::requireText).doesNotThrowAnyException();
    }

    @Test
    void saysThatThereAreNoFonts() {
        var screen = new Screen(Map.of(), NOTHING, NO, YES);

        assertThatThrownBy(screen::requireText).hasMessage("The window cannot be drawn: this system has no fonts.");
    }

    @Test
    void saysThatTheDisplayDoesNotLetUsIn() {
        var screen = new Screen(DISPLAY, NOTHING, YES, NO);

        assertThatThrownBy(screen::requireWindows).hasMessage("The display :99 does not let the window in.");
    }

    @Test
    void isContentWhereNothingLacks() {
        var screen = new Screen(DISPLAY, NOTHING, YES, YES);

        assertThatCode(screen::requireWindows).doesNotThrowAnyException();
    }
}
