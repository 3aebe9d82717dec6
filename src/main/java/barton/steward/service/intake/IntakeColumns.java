package barton.steward.service.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which headers of a file fill which columns of a table of intake. Case, blanks and punctuation of a header do not matter.
/// `names` are the columns of which at least one says what the rows are called.
final class IntakeColumns {
    // Lead providers write `# Employees`; the other usual headers are the column names in other words' clothes.
    static final IntakeColumns COMPANIES = new IntakeColumns(Table.INTAKE, "what the companies are called",
            List.of(IntakeFields.COMPANY, IntakeFields.COMPANY_NAME_FOR_EMAILS, IntakeFields.WEBSITE),
            Map.of("employees", IntakeFields.NUM_EMPLOYEES, "employeecount", IntakeFields.NUM_EMPLOYEES,
                    "numberofemployees", IntakeFields.NUM_EMPLOYEES, "companyname", IntakeFields.COMPANY));
    static final IntakeColumns PEOPLE = new IntakeColumns(Table.PEOPLE_INTAKE, "what the people are called",
            List.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME, PeopleIntakeFields.FULL_NAME, PeopleIntakeFields.EMAIL),
            Map.of("departments", PeopleIntakeFields.DEPARTMENT, "company", PeopleIntakeFields.COMPANY_NAME,
                    "workdirectphone", PeopleIntakeFields.WORK_PHONE, "mobilephone", PeopleIntakeFields.PERSONAL_PHONE,
                    "personlinkedinurl", PeopleIntakeFields.LINKEDIN_URL));

    private final Table table;
    private final String what;
    private final List<Field> names;
    private final Map<String, Field> byName;
    private final Map<String, String> byHeader = new LinkedHashMap<>();

    private IntakeColumns(Table table, String what, List<Field> names, Map<String, Field> usualHeaders) {
        this.table = table;
        this.what = what;
        this.names = names;
        this.byName = table.fields().stream().filter(Field::editable)
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        byName.keySet().forEach(name -> byHeader.put(plain(name), name));
        usualHeaders.forEach((header, field) -> byHeader.put(header, field.name()));
    }

    Table table() {
        return table;
    }

    List<Field> names() {
        return names;
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    boolean known(String header) {
        return byHeader.containsKey(plain(header));
    }

    /// The columns that the headers fill by themselves, each with the first header that does.
    Map<String, String> recognise(List<String> headers) {
        var mapping = new LinkedHashMap<String, String>();
        headers.stream().filter(this::known).forEach(h -> mapping.putIfAbsent(byHeader.get(plain(h)), h));
        return mapping;
    }

    /// The fields that the mapping fills, in their order in the table, each with the place of its header.
    /// @throws StewardException of kind REFUSED where a column or a header is not there, or nothing names the rows
    Map<Field, Integer> places(List<String> headers, Map<String, String> mapping) {
        mapping.keySet().forEach(this::mustExist);
        var places = new LinkedHashMap<Field, Integer>();
        byName.values().stream().filter(f -> mapping.containsKey(f.name()))
                .forEach(f -> places.put(f, place(headers, mapping.get(f.name()))));
        if (names.stream().noneMatch(places::containsKey)) {
            String wanted = names.stream().map(Field::name).limit(names.size() - 1L).collect(Collectors.joining(", "));
            throw StewardException.refused("No header of the file says " + what + "; nothing was taken.",
                    "Say which header fills " + wanted + " or " + names.getLast() + "; the file has " + listed(headers) + ".");
        }
        return places;
    }

    private void mustExist(String column) {
        if (!byName.containsKey(column)) {
            throw StewardException.refused("Intake has no column “%s” that an import can fill; nothing was taken.".formatted(column),
                    "The columns are " + String.join(", ", byName.keySet()) + ".");
        }
    }

    private static int place(List<String> headers, String header) {
        int exact = headers.indexOf(header);
        int place = exact >= 0 ? exact : headers.stream().map(IntakeColumns::plain).toList().indexOf(plain(header));
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
