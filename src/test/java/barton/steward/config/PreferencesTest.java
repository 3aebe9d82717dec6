package barton.steward.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    record Width(String column, double pixels) {
    }

    record Widths(List<Width> all) {
    }

    @Test
    void whatIsSavedIsReadAtTheNextStart() {
        Path file = folder.resolve("new").resolve("settings.json");
        var widths = new Widths(List.of(new Width("company", 220)));
        Preferences preferences = Preferences.at(file);
        preferences.put("widths", widths);
        preferences.save();
        assertThat(Preferences.at(file).get("widths", Widths.class)).contains(widths);
    }

    @Test
    void aBrokenFileMeansThatNothingIsRemembered() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"widths\": ");
        assertThat(Preferences.at(file).get("widths", Widths.class)).isEmpty();
    }

    @Test
    void aValueOfAnotherShapeIsNotThere() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"widths\": \"wide\", \"theme\": \"DARK\"}");
        assertThat(Preferences.at(file).get("widths", Widths.class)).isEmpty();
        assertThat(Preferences.at(file).get("theme", String.class)).contains("DARK");
    }
}
