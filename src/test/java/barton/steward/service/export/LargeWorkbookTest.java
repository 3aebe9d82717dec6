package barton.steward.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.file.FileOptions;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookTest {
    /// Their texts, each another, are more than the heap holds.
    private static final int ROWS = 300_000;

    @TempDir
    private Path folder;

    @Test
    void manyRowsAreWrittenAndReadBackInASmallHeap() throws Exception {
        Path file = folder.resolve("large.xlsx");
        inSmallHeap("write", file);
        assertThat(Files.size(file)).isGreaterThan(3_000_000);

        assertThat(inSmallHeap("read", file)).isEqualTo(ROWS + " rows, the last one of A company of the number " + (ROWS - 1)
                + " with a name that no other has");
    }

    private static String inSmallHeap(String task, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx32m", "-cp",
                System.getProperty("java.class.path"), LargeWorkbookTest.class.getName(), task, file.toString())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(file);
        } else {
            read(file);
        }
    }

    private static void read(Path file) {
        long count = 0;
        String last = "";
        try (TableRows rows = TableFile.open(file, FileOptions.NONE, h -> h.equals("company")).rows()) {
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                count++;
                last = row.cells().get(1);
            }
        }
        System.out.print(count + " rows, the last one of " + last);
    }

    private static void write(Path file) throws IOException {
        var plan = ExportPlan.of(Selection.all(Query.all(Table.INTAKE)), List.of(IntakeFields.ID, IntakeFields.COMPANY,
                IntakeFields.VALIDATED_AT), file);
        try (var rows = new XlsxRowFile(plan, file)) {
            for (long i = 0; i < ROWS; i++) {
                rows.write(List.of(i, "A company of the number " + i + " with a name that no other has", Instant.EPOCH.plusSeconds(i)));
            }
        }
    }
}
