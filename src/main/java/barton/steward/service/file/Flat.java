package barton.steward.service.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The members of a record as cells: a member of an object within it is `address.city`, an array of values is one cell with semicolons
/// (as JSON where a value has one itself), the objects of an array are `phones.1.number`, and from the fourth on JSON.
final class Flat {
    private static final int NUMBERED = 3;
    private static final int DEEPEST = 8;

    private final Map<String, String> cells = new LinkedHashMap<>();

    private Flat() {
    }

    static Map<String, String> of(ObjectNode record) {
        var flat = new Flat();
        record.properties().forEach(member -> flat.put(member.getKey(), member.getValue(), 1));
        return flat.cells;
    }

    private void put(String name, JsonNode value, int depth) {
        switch (value) {
            case ObjectNode object when depth < DEEPEST && !object.isEmpty() ->
                    object.properties().forEach(member -> put(name + "." + member.getKey(), member.getValue(), depth + 1));
            case ArrayNode array when array.isEmpty() -> cells.put(name, "");
            case ArrayNode array when values(array) -> cells.put(name, joined(array));
            case ArrayNode array when depth < DEEPEST -> putAll(name, array, depth);
            case ObjectNode object when object.isEmpty() -> cells.put(name, "");
            default -> cells.put(name, value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString());
        }
    }

    private void putAll(String name, ArrayNode array, int depth) {
        for (int i = 0; i < Math.min(NUMBERED, array.size()); i++) {
            put(name + "." + (i + 1), array.get(i), depth + 1);
        }
        if (array.size() > NUMBERED) {
            cells.put(name + ".more", StreamSupport.stream(array.spliterator(), false).skip(NUMBERED).map(JsonNode::toString)
                    .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static boolean values(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isValueNode);
    }

    private static String joined(ArrayNode array) {
        var texts = StreamSupport.stream(array.spliterator(), false).filter(item -> !item.isNull()).map(JsonNode::asString).toList();
        return texts.size() > 1 && texts.stream().anyMatch(text -> text.contains(";") || text.contains(",")) ? array.toString()
                : String.join("; ", texts);
    }
}
