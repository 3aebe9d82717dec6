package barton.steward.db;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.junit.jupiter.api.Test;

/// The names under which others register are those that a kept library brings, in the release that the build names.
class PublicSuffixesTest {
    private static final Path FILE = Path.of("src/main/resources/db/migration/R__public_suffixes.sql");
    private static final String LIST = "/org/publicsuffix/list/effective_tld_names.dat";
    private static final String WRITE = "suffixes.write";
    private static final int WIDTH = 138;
    /// Below how many countries a name stands that is a kind of registrant, as co and gov are, and not a place.
    private static final int COUNTRIES = 8;
    private static final String HEAD = """
            -- The names under which others register, as publicsuffix.org has them (Mozilla Public License 2.0); those that are known stay.
            -- Made by `mvn test -Dtest=PublicSuffixesTest -Dsuffixes.write=true`, and compared by the same test.
            INSERT INTO shq.public_suffix (name)
            SELECT s.name FROM regexp_split_to_table(btrim('
            """;
    private static final String TAIL = """
            ', E' \\n'), '\\s+') AS s (name)
            ON CONFLICT (name) DO NOTHING;
            """;

    @Test
    void theyAreThoseOfTheList() throws IOException {
        String present = HEAD + lines(names()) + TAIL;
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, present);
        }

        assertThat(FILE).as("the list has others by now; run mvn test -Dtest=PublicSuffixesTest -D%s=true, look at what changed, and"
                + " commit it", WRITE).hasContent(present);
    }

    private static TreeSet<String> names() throws IOException {
        List<String> all;
        try (var in = PublicSuffixMatcherLoader.class.getResourceAsStream(LIST)) {
            all = new PublicSuffixListParser().parseByType(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .filter(list -> list.getType() == DomainType.ICANN).flatMap(list -> list.getRules().stream())
                    .map(rule -> IDN.toASCII(rule.replaceFirst("^\\*\\.", ""), IDN.ALLOW_UNASSIGNED)).toList();
        }
        var names = new TreeSet<String>();
        all.stream().filter(name -> !name.contains(".")).forEach(names::add);
        Map<String, Long> kinds = all.stream().filter(PublicSuffixesTest::belowCountry)
                .collect(groupingBy(PublicSuffixesTest::kind, counting()));
        all.stream().filter(name -> belowCountry(name) && kinds.get(kind(name)) >= COUNTRIES).forEach(names::add);
        return names;
    }

    private static boolean belowCountry(String name) {
        return name.matches("[a-z0-9-]+\\.[a-z]{2}");
    }

    private static String kind(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String lines(TreeSet<String> names) {
        var text = new StringBuilder();
        var line = new StringBuilder("   ");
        for (String name : names) {
            if (line.length() + 1 + name.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder("   ");
            }
            line.append(' ').append(name);
        }
        return text.append(line).append('\n').toString();
    }
}
