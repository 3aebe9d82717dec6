package barton.steward.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes each file of the corpus by its command, and compares what is said and every value that is in intake then with what stands beside
/// the file. `-Dcorpus.write=true` writes that anew, to be looked at.
class FileCorpusTest {
    private static final Path FILES = Path.of("src/test/resources/files");
    private static final DataSource DATABASE = TestDatabases.migrated();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().matches(".*\\.(expected|options)")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileComesInAsIsSaidBesideIt(Path file) throws IOException {
        Entity entity = file.getParent().endsWith("company") ? Entity.COMPANY : Entity.PERSON;
        String outcome = outcome(file, entity);

        Path expected = Path.of(file + ".expected");
        if (Boolean.getBoolean("corpus.write")) {
            Files.writeString(expected, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    private static String outcome(Path file, Entity entity) throws IOException {
        String batch = entity.word() + " " + file.getFileName();
        var arguments = new ArrayList<>(List.of("import", entity.plural(), file.toString(), "--batch", batch));
        Path options = Path.of(file + ".options");
        if (Files.exists(options)) {
            arguments.addAll(Arrays.stream(Files.readString(options).strip().split(" (?=--)"))
                    .flatMap(o -> Arrays.stream(o.split(" ", 2))).toList());
        }
        var steward = new TestCommands(DATABASE);
        int code = steward.run(arguments.toArray(String[]::new));
        String said = "exit %d%n%s%s".formatted(code, steward.out(), steward.err());
        String rows = rows(entity, batch);
        TestDatabases.run(DATABASE, "DELETE FROM " + entity.intake().qualifiedName());
        return said.replaceAll(" \\(action \\d+\\)", "").replace(batch, "B").replace(file.toString(), file.getFileName().toString())
                + rows;
    }

    private static String rows(Entity entity, String batch) {
        String columns = Stream.concat(entity.intake().editableFields().stream(), Stream.of(IntakeFields.VALIDATION_NOTES)).map(Field::name)
                .map(c -> "CASE WHEN t.%1$s IS NOT NULL THEN E'\\n  %1$s: ' || t.%1$s::text END".formatted(c))
                .collect(Collectors.joining(", "));
        String rows = TestDatabases.ask(DATABASE, """
                SELECT string_agg(concat('row', %s, (SELECT string_agg(E'\\n  beside, ' || c.key || ': ' || c.value, '' ORDER BY c.key)
                    FROM shq.intake_extra x, jsonb_each_text(x.cells) c
                    WHERE x.entity = '%s' AND x.intake_id = t.id)), E'\\n' ORDER BY t.id)
                FROM %s t WHERE t.import_batch_id = '%s'""".formatted(columns, entity.word(), entity.intake().qualifiedName(), batch));
        return rows == null ? "" : rows + "\n";
    }
}
