package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.StewardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Which headers of a file fill which columns of an entity's intake. Case, blanks and punctuation of a header do not matter.
final class IntakeColumns {
    private final Entity entity;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final Map<String, String> byHeader = new LinkedHashMap<>();

    IntakeColumns(Entity entity) {
        this.entity = entity;
        entity.intake().editableFields().forEach(field -> {
            byName.put(field.name(), field);
            byHeader.put(plain(field.name()), field.name());
        });
        byName.values().forEach(field -> field.headers().forEach(header -> byHeader.put(plain(header), field.name())));
    }

    Entity entity() {
        return entity;
    }

    List<Field> names() {
        return entity.names();
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
        List<Field> names = entity.names();
        if (names.stream().noneMatch(places::containsKey)) {
            String wanted = names.stream().map(Field::name).limit(names.size() - 1L).collect(Collectors.joining(", "));
            throw StewardException.refused("No header of the file says what the " + entity.plural() + " are called; nothing was taken.",
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
