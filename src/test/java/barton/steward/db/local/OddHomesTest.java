package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.config.Folders;
import barton.steward.model.StewardException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Homes with names that nobody thought of.
@DisabledOnOs(OS.WINDOWS)
class OddHomesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ann's files, old; new & 50% (2)", "日本語 é", "-a=b:c*d!#~{}|<>\\x"})
    void worksInFoldersWithOddNames(String name) throws Exception {
        try (Trial trial = Trial.named(name); var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$HOME", "a\"b", "a`id`b", "a\nb"})
    void saysSoBeforeAnythingIsMadeWhereItCannot(String name, @TempDir Path folder) {
        Path home = folder.resolve(name);
        assertThatThrownBy(() -> LocalServer.join(Folders.of(Map.of("STEWARD_HOME", home.toString())), line -> { }))
                .isInstanceOfSatisfying(StewardException.class, e -> {
                    assertThat(e).hasMessageContaining("Nothing was made").hasMessageNotContaining("\n");
                    assertThat(e.advice()).contains("STEWARD_HOME");
                });
        assertThat(home).doesNotExist();
    }
}
