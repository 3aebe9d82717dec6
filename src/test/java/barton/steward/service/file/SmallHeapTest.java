package barton.steward.service.file;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.file.FileOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
    @TempDir
    Path folder;

    @Test
    void aCellOfAHundredMegabytesIsRefusedWithoutReadingItIntoMemory() throws Exception {
        Path file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            String megabyte = "x".repeat(1 << 20);
            out.write("company,city\n1,\"");
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
            out.write("\"\n2,Athens\n");
        }

        assertThat(inSmallHeap(file)).isEqualTo("2 makes the row longer than 1,000,000 characters\n3 [2, Athens]\n");
    }

    @Test
    void rowsOfJsonLinesComeOneByOneHoweverManyThereAre() throws Exception {
        Path file = folder.resolve("large.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 150_000; i++) {
                out.write("{\"company\":\"Company %d\",\"address\":{\"city\":\"Athens %d\"}}\n".formatted(i, i));
            }
        }

        assertThat(inSmallHeap(file)).hasLineCount(150_000).endsWith("150000 [Company 149999, Athens 149999]\n");
    }

    private static String inSmallHeap(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx24m", "-cp",
                System.getProperty("java.class.path"), SmallHeapTest.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    public static void main(String[] arguments) {
        try (TableRows rows = TableFile.open(Path.of(arguments[0]), FileOptions.NONE, h -> false).rows()) {
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                System.out.print(row.line() + " " + row.fault().map(FileRow.Fault::reason).orElse(row.cells().toString()) + "\n");
            }
        }
    }
}
