package barton.steward;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":99");

    @Test
    void saysThatThereIsNoDisplay() {
        var screen = new Screen(Map.of("DISPLAY", " "), libraries -> List.of());

        assertThatThrownBy(screen::requireWindows).isInstanceOf(StewardException.class)
                .hasMessage("There is no display for the window: DISPLAY is not set.");
    }

    @Test
    void namesTheLibrariesThatTextLacksAndHowToGetThem() {
        var screen = new Screen(DISPLAY, libraries -> List.of("libfontconfig.so.1", "libpango-1.0.so.0"));

        assertThatThrownBy(screen::requireText)
                .hasMessage("The window cannot be drawn: this system lacks libfontconfig.so.1, libpango-1.0.so.0.")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("apt install libpango-1.0-0", "fontconfig");
    }

    @Test
    void namesTheLibrariesThatWindowsLackAndHowToGetThem() {
        var screen = new Screen(DISPLAY, libraries -> libraries.stream().filter("libgtk-3.so.0"::equals).toList());

        assertThatThrownBy(screen::requireWindows)
                .hasMessage("The window cannot be shown: this system lacks libgtk-3.so.0.")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("apt install libgtk-3-0");
    }

    @Test
    void needsNoWindowLibrariesForPictures() {
        var screen = new Screen(Map.of(), libraries -> libraries.stream().filter("libgtk-3.so.0"::equals).toList());

        assertThatCode(screen::requireText).doesNotThrowAnyException();
    }
}
