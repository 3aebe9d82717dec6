package barton.steward.service.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A report as a page that a browser shows and prints, whole in itself: nothing is fetched for it.
public record Page(String title, Html body) {
    /// Well-formed as XML too, with the style sheet in it.
    public String html() {
        return """
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="UTF-8"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%1$s</h1>
                %s</body>
                </html>
                """.formatted(Html.escaped(title), style(), body);
    }

    private static String style() {
        try (InputStream sheet = Page.class.getResourceAsStream("/barton/steward/report.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
