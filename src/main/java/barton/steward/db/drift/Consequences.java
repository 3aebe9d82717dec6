package barton.steward.db.drift;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// What does not work where an object of the schema is not as it must be; the first line that fits says it.
record Consequences(List<Line> lines) {
    private record Line(String kind, Pattern name, String sentence) {
    }

    static Consequences read() {
        try (var in = new BufferedReader(new InputStreamReader(Consequences.class.getResourceAsStream("/db/consequences.tsv"),
                StandardCharsets.UTF_8))) {
            return new Consequences(in.lines().map(line -> line.split("\t"))
                    .map(part -> new Line(part[0], Pattern.compile(part[1]), part[2])).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(CatalogueObject object) {
        return lines.stream().filter(line -> line.kind().equals(object.kind()) && line.name().matcher(object.name()).matches())
                .findFirst().map(Line::sentence).orElse("");
    }
}
