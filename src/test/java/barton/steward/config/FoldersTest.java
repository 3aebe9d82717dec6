package barton.steward.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();
    private static final String HOME = ROOT.resolve("home").resolve("ann").toString();

    @Test
    void followTheDefaultsBelowHome() {
        Path home = Path.of(HOME);
        assertThat(Folders.of(Map.of("HOME", HOME))).isEqualTo(new Folders(home.resolve(".config/barton-steward"),
                home.resolve(".local/share/barton-steward"), home.resolve(".local/state/barton-steward"),
                home.resolve(".cache/barton-steward")));
    }

    @Test
    void followTheXdgVariables() {
        Path xdg = ROOT.resolve("xdg");
        assertThat(Folders.of(Map.of("HOME", HOME, "XDG_CONFIG_HOME", xdg.resolve("c").toString(), "XDG_DATA_HOME",
                xdg.resolve("d").toString(), "XDG_STATE_HOME", xdg.resolve("s").toString(), "XDG_CACHE_HOME", xdg.resolve("k").toString())))
                .isEqualTo(new Folders(xdg.resolve("c/barton-steward"), xdg.resolve("d/barton-steward"), xdg.resolve("s/barton-steward"),
                        xdg.resolve("k/barton-steward")));
    }

    @Test
    void ignoreAnXdgVariableThatIsNotAbsolute() {
        assertThat(Folders.of(Map.of("HOME", HOME, "XDG_DATA_HOME", "data")).data())
                .isEqualTo(Path.of(HOME, ".local", "share", "barton-steward"));
    }

    @Test
    void lieBelowStewardHomeWhateverElseIsSet() {
        String steward = ROOT.resolve("steward").toString();
        assertThat(Folders.of(Map.of("STEWARD_HOME", steward, "HOME", HOME, "XDG_DATA_HOME", HOME)))
                .isEqualTo(Folders.below(Path.of(steward)));
    }

    @Test
    void areRefusedWithoutAHome() {
        assertThatThrownBy(() -> Folders.of(Map.of())).isInstanceOf(StewardException.class).hasMessageContaining("HOME");
    }
}
