package barton.steward.service.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts that are embedded in a PDF: one that comes with the program, for Latin, Greek, Cyrillic and Hebrew letters, and of the
/// machine's own as many as the other letters of the text need and the machine has.
final class PdfFonts {
    private static final String FAMILY = "Liberation Sans";
    private static final String OWN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final List<File> others = new ArrayList<>();

    private PdfFonts() {
    }

    static PdfFonts covering(String text) {
        var fonts = new PdfFonts();
        Set<Integer> missing = text.codePoints().filter(c -> c > ' ' && !Character.isISOControl(c)).boxed().collect(Collectors.toSet());
        try (InputStream own = own(); TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(own))) {
            missing.removeAll(covered(font, missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!missing.isEmpty()) {
            fonts.look(missing);
        }
        return fonts;
    }

    private void look(Set<Integer> missing) {
        for (URI found : new FontFileFinder().find()) {
            File file = new File(found);
            if (file.getName().toLowerCase(Locale.ROOT).endsWith(".ttf") && !missing.isEmpty() && takes(file, missing)) {
                others.add(file);
            }
        }
    }

    /// A font that cannot be read, or has its letters in a form that a PDF does not take, is none.
    private static boolean takes(File file, Set<Integer> missing) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
            return font.getTableMap().containsKey("glyf") && missing.removeAll(covered(font, missing));
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static Set<Integer> covered(TrueTypeFont font, Set<Integer> wanted) throws IOException {
        CmapLookup letters = font.getUnicodeCmapLookup(false);
        return letters == null ? Set.of() : wanted.stream().filter(c -> letters.getGlyphId(c) > 0).collect(Collectors.toSet());
    }

    void addTo(PdfRendererBuilder builder) {
        builder.useFont(PdfFonts::own, FAMILY, 400, FontStyle.NORMAL, true);
        for (File font : others) {
            builder.useFont(font, font.getName(), 400, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
        }
    }

    private static InputStream own() {
        return PDDocument.class.getResourceAsStream(OWN);
    }
}
