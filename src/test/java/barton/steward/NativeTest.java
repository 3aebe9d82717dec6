package barton.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsTheLibrariesThatCannotBeLoaded() {
        assertThat(Native.missing(List.of("libc.so.6", "libof-no-system.so.1"))).containsExactly("libof-no-system.so.1");
    }

    @Test
    void knowsThatAFileWhichIsNotOpenIsNoTerminal() {
        assertThat(Native.isTerminal(987)).isFalse();
        assertThat(Terminal.isAt(987)).isFalse();
    }
}
