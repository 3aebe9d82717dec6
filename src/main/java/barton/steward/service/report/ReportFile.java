package barton.steward.service.report;

import barton.steward.model.StewardException;
import barton.steward.service.export.WholeFile;
import com.openhtmltopdf.bidi.SimpleBidiReorderer;
import com.openhtmltopdf.bidi.SimpleBidiSplitterFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a page into a file, as its ending says: `.html` or `.pdf`.
public final class ReportFile {
    private ReportFile() {
    }

    /// @throws StewardException of kind REFUSED where the ending is another one or the file cannot be written
    public static void write(Page page, Path file) {
        check(file);
        WholeFile.write(file, part -> {
            if (isPdf(file)) {
                pdf(page, part);
            } else {
                Files.writeString(part, page.html());
            }
            return null;
        });
    }

    /// @throws StewardException of kind REFUSED where the ending is neither
    public static void check(Path file) {
        if (!isPdf(file) && !name(file).matches(".*\\.html?")) {
            throw StewardException.refused(file + " ends neither in .html nor in .pdf; nothing was written.", "Name such a file.");
        }
    }

    private static boolean isPdf(Path file) {
        return name(file).endsWith(".pdf");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static void pdf(Page page, Path part) throws IOException {
        // Its pictures are made without a screen, and beside the window's own toolkit.
        System.setProperty("java.awt.headless", "true");
        XRLog.setLoggingEnabled(false);
        String html = page.html();
        try (OutputStream out = Files.newOutputStream(part)) {
            var builder = new PdfRendererBuilder();
            PdfFonts.covering(html).addTo(builder);
            builder.useUnicodeBidiSplitter(new SimpleBidiSplitterFactory()).useUnicodeBidiReorderer(new SimpleBidiReorderer());
            builder.useExternalResourceAccessControl((uri, type) -> false,
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(html, null).toStream(out).run();
        }
    }
}
