package barton.steward.service.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.HeaderText;
import barton.steward.catalog.Headers;
import barton.steward.model.StewardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which headers of a file fill which columns of an entity's intake, as it was chosen.
final class IntakeColumns {
    private final Entity entity;
    private final Map<String, Field> byName = new LinkedHashMap<>();

    IntakeColumns(Entity entity) {
        this.entity = entity;
        entity.intake().editableFields().forEach(field -> byName.put(field.name(), field));
    }

    Entity entity() {
        return entity;
    }

    Headers headers() {
        return Headers.of(entity);
    }

    List<Field> names() {
        return entity.names();
    }

    /// The fields that the mapping fills, in their order in the table, each with the places of its headers.
    /// @throws StewardException of kind REFUSED where a column or a header is not there, or nothing names the rows
    Map<Field, List<Integer>> places(List<String> headers, Map<String, List<String>> mapping) {
        mapping.keySet().forEach(this::mustExist);
        var places = new LinkedHashMap<Field, List<Integer>>();
        byName.values().stream().filter(f -> mapping.containsKey(f.name()))
                .forEach(f -> places.put(f, mapping.get(f.name()).stream().map(header -> place(headers, header)).toList()));
        List<Field> names = entity.names();
        if (names.stream().noneMatch(places::containsKey)) {
            String wanted = ColumnNames.list(entity.intake(), names.subList(0, names.size() - 1));
            throw StewardException.refused("No header of the file says what the " + entity.plural() + " are called; nothing was taken.",
                    "Say which header fills " + wanted + " or " + ColumnNames.of(entity.intake(), names.getLast())
                            + "; the file has " + listed(headers) + ". Where its header stands in another line, or it has none, say that.");
        }
        return places;
    }

    private void mustExist(String column) {
        if (!byName.containsKey(column)) {
            throw StewardException.refused("Intake has no column “%s” that an import can fill; nothing was taken.".formatted(column),
                    "The columns are " + ColumnNames.list(entity.intake(), List.copyOf(byName.values())) + ".");
        }
    }

    private static int place(List<String> headers, String header) {
        int exact = headers.indexOf(header);
        String folded = HeaderText.folded(header);
        int place = exact >= 0 || folded.isEmpty() ? exact : headers.stream().map(HeaderText::folded).toList().indexOf(folded);
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
