package barton.steward.cli.audit;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// What is printed and signed.
class AuditReportTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @TempDir
    private Path folder;

    AuditReportTest() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id)
                SELECT g, 'Čížek & Σία <Київ> ' || g, 'https://c.example', 'B "1"' FROM generate_series(1, 60) g""");
        session.run("audit", "--batch", "B \"1\"", "--bound", "20%");
    }

    @Test
    void theReportIsAPageThatNeedsNothingElse() throws Exception {
        judge();
        Path file = folder.resolve("report.html");

        session.run("audit", "--batch", "B \"1\"", "--report", file.toString());

        String html = Files.readString(file);
        var factory = DocumentBuilderFactory.newInstance();
        var page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("Audit of batch B \"1\"");
        assertThat(page.getDocumentElement().getTextContent()).contains("Not accepted: 1 record is wrong of 12, and at most 0 may be.",
                "<Київ>", "points to <script>", "ann, 12 records from ");
        assertThat(html).contains("class=\"bar\"", "class=\"interval\"", "class=\"ends\"",
                "class=\"bound\"", "the dashed line the bound of 20 %").doesNotContain("<script", "http-equiv", "src=");
    }

    @Test
    void thePdfHasTheSameWithItsFontAndItsChart() throws IOException {
        judge();
        Path file = folder.resolve("report.PDF");

        session.run("audit", "--batch", "B \"1\"", "--report", file.toString());

        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Audit of batch B \"1\"", "Not accepted: 1 record is wrong",
                    "Čížek & Σία <Київ>", "Who judged", "ann, 12 records");
            assertThat(fonts(pdf)).isNotEmpty().allMatch(f -> f.contains("Liberation"));
            // The blue of the bars.
            String drawn = new String(pdf.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(drawn).contains("0.03529 0.41176 0.8549 rg");
        }
    }

    @Test
    void nothingIsWrittenBeforeAllIsJudgedOrIntoAnotherKindOfFile() {
        assertThat(session.run("audit", "--batch", "B \"1\"", "--report", folder.resolve("early.pdf").toString())).isEqualTo(1);
        assertThat(session.err()).contains("is not judged to its end");
        assertThat(session.run("audit", "--batch", "B \"1\"", "--report", folder.resolve("report.doc").toString())).isEqualTo(1);
        assertThat(session.err()).contains("ends neither in .html nor in .pdf");
        assertThat(folder).isEmptyDirectory();
    }

    private void judge() {
        String first = ask(database, "SELECT intake_id FROM shq.audit_sample WHERE place = 1");
        session.run("audit", "--batch", "B \"1\"", "--wrong", first, "--fault", "website=points to <script>");
        session.run("audit", "--batch", "B \"1\"", "--right",
                ask(database, "SELECT string_agg(intake_id::text, ',') FROM shq.audit_sample WHERE place > 1"));
    }

    private static List<String> fonts(PDDocument pdf) throws IOException {
        var names = new ArrayList<String>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                names.add(page.getResources().getFont(name).getName());
            }
        }
        return names;
    }
}
