package barton.steward.service.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimitedFileTest {
    @TempDir
    Path folder;

    @Test
    void cellsStandAsTheyAreWritten() throws IOException {
        assertThat(read("a,b,c\n x ,\"two\nlines\",\"say \"\"hi\"\"\"\n,5\" pipe,\n"))
                .containsExactly("2: [ x , two\nlines, say \"hi\"]", "4: [, 5\" pipe, ]");
    }

    @ParameterizedTest
    @CsvSource({"'a;b|1;2', ;", "'a\tb|1\t2', '\t'", "'a;b|\"x,y,z\";2', ;", "'Company,City;Town|A,B;C', ','", "'alone|value', ','"})
    void theDelimiterIsRecognised(String lines, char delimiter) throws IOException {
        Path file = file(lines.replace('|', '\n').getBytes(UTF_8));

        assertThat(TableFile.open(file, FileOptions.NONE, "Company"::equals).format().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void aBarDelimitsToo() throws IOException {
        Path file = file("a|b\n1|2\n".getBytes(UTF_8));

        assertThat(TableFile.open(file, FileOptions.NONE, h -> false).format().delimiter()).isEqualTo('|');
    }

    @Test
    void anyLineEndCountsAsOneLine() throws IOException {
        assertThat(read("a,b\r\n1,2\r3,4\n\"5\r\n5\",6\r\n7,8")).containsExactly("2: [1, 2]", "3: [3, 4]", "4: [5\r\n5, 6]", "6: [7, 8]");
    }

    @Test
    void rowsThatSayNothingArePassedOver() throws IOException {
        assertThat(read("\n,\na,b\n\n1,2\n , \n\"\",\n3,4\n\n")).containsExactly("5: [1, 2]", "8: [3, 4]");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheEncoding(Charset charset) throws IOException {
        Path file = file("\uFEFFCompany,City\nCafé,Zürich\n".getBytes(charset));
        TableFile csv = TableFile.open(file, FileOptions.NONE.charset(ISO_8859_1), h -> false);

        assertThat(csv.format().charset()).isEqualTo(charset);
        assertThat(lines(csv)).containsExactly("2: [Café, Zürich]");
        try (TableRows rows = csv.rows()) {
            assertThat(rows.header()).containsExactly("Company", "City");
        }
    }

    @Test
    void anEncodingWithoutMarkIsReadWhenNamed() throws IOException {
        assertThat(lines(open(file("a,b\nCafé,x\n".getBytes(ISO_8859_1)), ISO_8859_1))).containsExactly("2: [Café, x]");
        assertThat(lines(open(file("a,b\nCafé,x\n".getBytes(UTF_16)), UTF_16))).containsExactly("2: [Café, x]");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() throws IOException {
        Path file = file("a,b\r\n1,2\r\nCafé,x\n".getBytes(ISO_8859_1));

        assertThatThrownBy(() -> lines(open(file, UTF_8)))
                .isInstanceOf(StewardException.class)
                .hasMessage("file.csv is not UTF-8: line 3, byte 14 of the file. Nothing was taken.")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("encoding");
    }

    @Test
    void aBadByteFarBehindIsFoundToo() throws IOException {
        Path file = file(("a,b\n" + "Zürich,2\n".repeat(30_000) + "\u00e9,x").getBytes(UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] = 'x';
        Files.write(file, bytes);

        assertThatThrownBy(() -> lines(open(file, UTF_8)))
                .hasMessageContaining("line 30002, byte " + (bytes.length - 3) + " ");
    }

    @Test
    void utf16WithoutMarkIsRefusedWithAHint() throws IOException {
        Path file = file("Company,City\nA,B\n".getBytes(UTF_16LE));

        assertThatThrownBy(() -> open(file, UTF_8).rows()).hasMessageContaining("header").hasMessageContaining("NUL");
    }

    @Test
    void headersAreNamedSoThatEachIsAnother() throws IOException {
        try (TableRows rows = open(file("Web, Web ,,x\n".getBytes(UTF_8)), UTF_8).rows()) {
            assertThat(rows.header()).containsExactly("Web", "Web (2)", "column 3", "x");
            assertThat(rows.next()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n\n'", "' , , \n'", "'\uFEFF'"})
    void anEmptyFileIsRefused(String text) throws IOException {
        Path file = file(text.getBytes(UTF_8));

        assertThatThrownBy(() -> open(file, UTF_8).rows()).hasMessage("The file is empty.");
    }

    @Test
    void whatIsNotAFileIsRefused() {
        assertThatThrownBy(() -> open(Path.of("/dev/null"), UTF_8)).hasMessageContaining("is a device");
        assertThatThrownBy(() -> open(folder, UTF_8)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> open(folder.resolve("none.csv"), UTF_8)).hasMessageContaining("There is no file");
    }

    @Test
    void raggedRowsHaveAFaultAndTheOthersDoNot() throws IOException {
        assertThat(read("a,b\n1,2,3\n1\n1,2\n")).containsExactly("2: - has 3 cells where the header has 2",
                "3: - has 1 cell where the header has 2", "4: [1, 2]");
    }

    @Test
    void aNulCharacterIsAFaultOfItsCell() throws IOException {
        assertThat(read("a,b\n1,x\0y\n1,2\n")).containsExactly("2: 1 contains a NUL character", "3: [1, 2]");
    }

    @Test
    void textAfterAClosingQuoteIsAFaultOfItsCell() throws IOException {
        assertThat(read("a,b\n\"x\"y,2\n1,\"y\"z\"w\"\n\"1\",2\n")).containsExactly("2: 0 has text after its closing quote",
                "3: 1 has text after its closing quote", "4: [1, 2]");
    }

    @Test
    void aQuoteThatIsNeverClosedIsAFaultOfTheRowWhereItOpens() throws IOException {
        assertThat(read("a,b\n1,2\n3,\"4\n5,6\n7,8\n")).containsExactly("2: [1, 2]", "3: 1 has a quote that is never closed");
    }

    @Test
    void anEndlessCellIsAFaultAndLaterLinesAreCountedRightly() throws IOException {
        String endless = "x\n".repeat(RowGuard.MOST_CHARACTERS);

        assertThat(read("a,b\n1,\"" + endless + "\"\n3,4\n5,6\n")).containsExactly("2: 1 makes the row longer than 1,000,000 characters",
                (3 + RowGuard.MOST_CHARACTERS) + ": [3, 4]", (4 + RowGuard.MOST_CHARACTERS) + ": [5, 6]");
    }

    @Test
    void aRowOfEndlesslyManyCellsIsAFault() throws IOException {
        assertThat(read("a,b\n" + ",".repeat(2 * RowGuard.MOST_CHARACTERS) + "\n5,6\n")).containsExactly(
                "2: 1000000 makes the row longer than 1,000,000 characters", "3: [5, 6]");
    }

    @Test
    void theLongestRowThatIsTakenIsTakenWhole() throws IOException {
        String longest = "x".repeat(RowGuard.MOST_CHARACTERS - 2);

        assertThat(read("a,b\n1," + longest + "\n")).containsExactly("2: [1, " + longest + "]");
    }

    private List<String> read(String text) throws IOException {
        return lines(open(file(text.getBytes(UTF_8)), UTF_8));
    }

    private static List<String> lines(TableFile csv) {
        var lines = new ArrayList<String>();
        try (TableRows rows = csv.rows()) {
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                String what = row.fault().map(f -> (f.cell() < 0 ? "-" : f.cell()) + " " + f.reason()).orElse(row.cells().toString());
                lines.add(row.line() + ": " + what);
            }
        }
        return lines;
    }

    private static TableFile open(Path file, Charset charset) {
        return TableFile.open(file, FileOptions.NONE.charset(charset).delimiter(','), h -> false);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.csv"), bytes);
    }
}
