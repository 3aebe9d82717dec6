package barton.steward.service.intake;

import barton.steward.model.intake.UsState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the cells of a column look like, judged by the first of them: most have to look alike.
final class CellLook {
    private static final double MOST = 0.8;
    /// Names do not all have a legal form.
    private static final double SOME = 0.3;
    private static final Set<String> COUNTRIES = countries();
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, Predicate<String>> LOOKS = Map.ofEntries(
            Map.entry("email", matches("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;.]{2,}")),
            Map.entry("web", matches("(https?://)?(?!\\S*@)(?!\\S*(linkedin|facebook|twitter)\\.com)"
                    + "([\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(/\\S*)?")),
            Map.entry("linkedin-company", matches("\\S*linkedin\\.com/(company|school|showcase|sales/company)\\S*")),
            Map.entry("linkedin-person", matches("\\S*linkedin\\.com/(in|pub|sales/(lead|people))\\S*")),
            Map.entry("facebook", matches("\\S*(facebook|fb)\\.com\\S*")),
            Map.entry("twitter", matches("\\S*(twitter|//x|^x)\\.com\\S*")),
            Map.entry("phone", matches("(?!\\d{4}-\\d\\d-\\d\\d|\\d+\\.\\d+$|\\d{1,9}$)(?=(\\D*\\d){7,15}\\D*$)"
                    + "(tel:)?[+(]?[\\d][\\d() ./\\u00a0-]{6,}(\\s*(x|ext\\.?)\\s*\\d+)?")),
            Map.entry("zip", matches("\\d{5}(-\\d{4})?")),
            Map.entry("salutation", matches("(mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|sig|sig\\.ra|dhr|mevr)\\.?")),
            Map.entry("identifier", matches("[{(]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[)}]?|[0-9a-f]{24}"
                    + "|00[1-9a][0-9a-z]{12}([0-9a-z]{3})?|(zcrm_)?\\d{4,}")),
            Map.entry("year", matches("(1[6-9]|20)\\d\\d")),
            Map.entry("headcount", matches("[\\d,.]+[kK]?\\s*([-–]|to)\\s*[\\d,.]+[kK]?(\\s*employees)?|[\\d,.]+[kK]?\\s*\\+")),
            Map.entry("state", cell -> UsState.of(cell.strip()).isPresent()),
            Map.entry("country", cell -> COUNTRIES.contains(cell.strip().toLowerCase(Locale.ROOT))),
            Map.entry("country-code", cell -> CODES.contains(cell.strip())),
            Map.entry("company", matches(".+\\b(inc|llc|ltd|corp|corporation|company|co|gmbh|ag|llp|plc|s\\.?a|b\\.?v)\\b\\.?")));

    private final List<String> header;
    private final List<List<String>> rows;

    /// @param rows the first of the file, each as wide as the header
    CellLook(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    private static Predicate<String> matches(String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return cell -> cell.length() < 500 && compiled.matcher(cell.strip()).matches();
    }

    private static Set<String> countries() {
        return Arrays.stream(Locale.getISOCountries()).map(code -> Locale.of("", code))
                .flatMap(country -> Stream.of(country.getDisplayCountry(Locale.ENGLISH), country.getISO3Country()))
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /// Whether the cells of a column may be of a kind: names may be anything, and countries codes that are states' elsewhere.
    boolean mayBe(String name, String kind) {
        return kind.equals("company") || like(name, kind) || kind.equals("country") && like(name, "country-code");
    }

    /// Whether the cells of a column that say something look like a kind; not where none does.
    boolean like(String name, String kind) {
        int column = header.indexOf(name);
        List<String> cells = rows.stream().map(row -> row.get(column)).filter(cell -> !cell.isBlank()).toList();
        long alike = cells.stream().filter(LOOKS.get(kind)).count();
        return alike > 0 && alike >= cells.size() * (kind.equals("company") ? SOME : MOST);
    }
}
