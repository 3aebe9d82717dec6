package barton.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

/// Rules that only the source text shows.
class SourcesTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    @Test
    void columnsAreNamedInEveryQuery() throws IOException {
        assertThat(matches("(?is)\\bSELECT\\s+(DISTINCT\\s+)?(\\w+\\.)?\\*", JAVA, RESOURCES.resolve("db"))).isEmpty();
    }

    @Test
    void valuesAndColumnsAreReadByName() throws IOException {
        assertThat(matches("\\.(get\\w+|bind\\w*)\\(\\d", JAVA.resolve("barton/steward/dao"))).isEmpty();
        assertThat(matches("\\.bind\\w*\\(\\d", JAVA.resolve("barton/steward/db"))).isEmpty();
    }

    @Test
    void rowsAreNeverSkippedByCounting() throws IOException {
        assertThat(matches("\\bOFFSET\\b", JAVA.resolve("barton/steward/dao"))).isEmpty();
    }

    @Test
    void homeIsTheOneOfTheEnvironment() throws IOException {
        assertThat(matches("user\\.home", JAVA)).isEmpty();
    }

    @Test
    void looksAreInTheStyleSheet() throws IOException {
        assertThat(matches("\\.(setStyle|styleProperty)\\(|-fx-|Color\\.(web|rgb)\\(", JAVA)).isEmpty();
    }

    @Test
    void theStyleSheetIsUnderstoodWhole() throws IOException {
        CssParser.errorsProperty().clear();
        Stylesheet sheet = new CssParser().parse(RESOURCES.resolve("barton/steward/steward.css").toUri().toURL());
        assertThat(CssParser.errorsProperty()).isEmpty();
        assertThat(sheet.getRules()).hasSizeGreaterThan(100);
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        Set<String> used = matches("Messages\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]", m -> m.group(1), JAVA).values().stream()
                .flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        assertThat(messages().stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = matches(LITERAL.pattern(), m -> m.group(1), JAVA).values().stream().flatMap(List::stream)
                .collect(Collectors.toSet());
        Set<String> beginnings = literals.stream().filter(l -> l.matches("[\\w.-]+\\.")).collect(Collectors.toSet());
        var unused = new TreeSet<>(messages().stringPropertyNames());
        unused.removeIf(key -> literals.contains(key) || beginnings.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void noTextIsGivenTwice() throws IOException {
        Map<String, Long> counts = Files.readAllLines(RESOURCES.resolve("barton/steward/messages.properties")).stream()
                .filter(l -> l.matches("[\\w.-]+\\s*=.*")).map(l -> l.substring(0, l.indexOf('=')).strip())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        counts.values().removeIf(n -> n == 1);
        assertThat(counts).isEmpty();
    }

    private static Properties messages() throws IOException {
        var messages = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve("barton/steward/messages.properties"))) {
            messages.load(in);
        }
        return messages;
    }

    private static Map<Path, List<String>> matches(String pattern, Path... folders) throws IOException {
        return matches(pattern, MatchResult::group, folders);
    }

    private static Map<Path, List<String>> matches(String pattern, Function<MatchResult, String> text, Path... folders) throws IOException {
        var found = new TreeMap<Path, List<String>>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|sql)")).toList()) {
                    List<String> here = Pattern.compile(pattern).matcher(Files.readString(file)).results().map(text).toList();
                    if (!here.isEmpty()) {
                        found.put(file, here);
                    }
                }
            }
        }
        return found;
    }
}
