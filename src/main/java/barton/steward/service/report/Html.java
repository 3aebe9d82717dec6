package barton.steward.service.report;

import java.util.List;

/// Pieces of a page. Texts are escaped; what is called markup is put in as it is.
public final class Html {
    private final StringBuilder markup = new StringBuilder();

    /// Text as it stands between tags and in quotes; what no page may have is left out.
    public static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().filter(c -> c >= ' ' && c != 0x7f && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff || c == '\n')
                .forEach(c -> {
                    switch (c) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }

    public Html heading(String text) {
        return element("h2", "", escaped(text));
    }

    public Html paragraph(String kind, String text) {
        return element("p", kind, escaped(text));
    }

    /// @param kind a class of the style sheet, or blank
    public Html element(String tag, String kind, String inner) {
        markup.append('<').append(tag).append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append('>').append(inner)
                .append("</").append(tag).append(">\n");
        return this;
    }

    public Html table(List<String> head, List<List<String>> rows) {
        var inner = new StringBuilder("<thead><tr>");
        head.forEach(h -> inner.append("<th>").append(escaped(h)).append("</th>"));
        inner.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            inner.append("<tr>");
            row.forEach(cell -> inner.append("<td>").append(escaped(cell)).append("</td>"));
            inner.append("</tr>\n");
        }
        return element("table", "", inner.append("</tbody>").toString());
    }

    /// Names and what they are, one a line.
    public Html facts(List<List<String>> facts) {
        var inner = new StringBuilder("<tbody>");
        facts.forEach(f -> inner.append("<tr><th>").append(escaped(f.getFirst())).append("</th><td>").append(escaped(f.getLast()))
                .append("</td></tr>\n"));
        return element("table", "facts", inner.append("</tbody>").toString());
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
