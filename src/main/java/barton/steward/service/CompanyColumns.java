package barton.steward.service;

import barton.steward.model.Field;
import barton.steward.model.IntakeFields;
import barton.steward.model.StewardException;
import barton.steward.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which headers of a file fill which columns of company intake. Case, blanks and punctuation of a header do not matter.
final class CompanyColumns {
    private static final List<Field> NAMES = List.of(IntakeFields.COMPANY, IntakeFields.COMPANY_NAME_FOR_EMAILS, IntakeFields.WEBSITE);
    private static final Map<String, Field> BY_NAME = Table.INTAKE.fields().stream().filter(Field::editable)
            .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    private static final Map<String, String> BY_HEADER = headers();

    private CompanyColumns() {
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        BY_NAME.keySet().forEach(name -> headers.put(plain(name), name));
        // Lead providers write `# Employees`; the other usual headers are the column names in other words' clothes.
        List.of("employees", "employeecount", "numberofemployees").forEach(h -> headers.put(h, IntakeFields.NUM_EMPLOYEES.name()));
        headers.put("companyname", IntakeFields.COMPANY.name());
        return headers;
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    static boolean known(String header) {
        return BY_HEADER.containsKey(plain(header));
    }

    /// The columns that the headers fill by themselves, each with the first header that does.
    static Map<String, String> recognise(List<String> headers) {
        var mapping = new LinkedHashMap<String, String>();
        headers.stream().filter(CompanyColumns::known).forEach(h -> mapping.putIfAbsent(BY_HEADER.get(plain(h)), h));
        return mapping;
    }

    /// The fields that the mapping fills, in their order in the table, each with the place of its header.
    /// @throws StewardException of kind REFUSED where a column or a header is not there, or nothing names the companies
    static Map<Field, Integer> places(List<String> headers, Map<String, String> mapping) {
        mapping.keySet().forEach(CompanyColumns::mustExist);
        var places = new LinkedHashMap<Field, Integer>();
        BY_NAME.values().stream().filter(f -> mapping.containsKey(f.name()))
                .forEach(f -> places.put(f, place(headers, mapping.get(f.name()))));
        if (NAMES.stream().noneMatch(places::containsKey)) {
            throw StewardException.refused("No header of the file says what the companies are called; nothing was taken.",
                    "Say which header fills company, company_name_for_emails or website; the file has " + listed(headers) + ".");
        }
        return places;
    }

    private static void mustExist(String column) {
        if (!BY_NAME.containsKey(column)) {
            throw StewardException.refused("Intake has no column “%s” that an import can fill; nothing was taken.".formatted(column),
                    "The columns are " + String.join(", ", BY_NAME.keySet()) + ".");
        }
    }

    private static int place(List<String> headers, String header) {
        int exact = headers.indexOf(header);
        int place = exact >= 0 ? exact : headers.stream().map(CompanyColumns::plain).toList().indexOf(plain(header));
        if (place < 0) {
            throw StewardException.refused("The file has no header “%s”; nothing was taken.".formatted(header),
                    "Its headers are " + listed(headers) + ".");
        }
        return place;
    }

    private static String listed(List<String> headers) {
        return headers.stream().map(h -> "“" + h + "”").collect(Collectors.joining(", "));
    }
}
