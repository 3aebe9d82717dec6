package barton.steward.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({"https://concord.example/about?a=1, https://concord.example/about?a=1", "concord.example, https://concord.example",
        "www.concord.example/x, https://www.concord.example/x", "//concord.example, https://concord.example",
        "HTTP://Concord.example, HTTP://Concord.example", "' https://concord.example ', https://concord.example",
        "concord.example:8443, https://concord.example:8443"})
    void whatNamesAPageIsItsAddress(String text, String address) {
        assertThat(WebAddress.of(text)).contains(URI.create(address));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "javascript:alert(1)", "javascript://concord.example/%0aalert(1)", "file:///etc/passwd",
        "ftp://concord.example", "data:text/html,x", "none", "https://", "https://localhost", "https://ann:secret@concord.example",
        "concord.example@evil.example", "https://[::1]/", "two words.example", "https://concord.example/\"&calc",
        "\\\\server\\share.example", "-flag", "mailto:a@b.example"})
    void nothingElseIsOpened(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }
}
