package barton.steward.service.email.online;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills the template of a request's body.
final class Bodies {
    private static final String EMAIL = "{email}";
    private static final JsonMapper JSON = new JsonMapper();

    private Bodies() {
    }

    static JsonNode filled(JsonNode template, String key, List<String> addresses) {
        return switch (template) {
            case ObjectNode object -> {
                ObjectNode filled = JSON.createObjectNode();
                object.propertyStream().forEach(p -> filled.set(p.getKey(), filled(p.getValue(), key, addresses)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = JSON.createArrayNode();
                if (array.size() == 1 && array.get(0).toString().contains(EMAIL)) {
                    addresses.forEach(a -> filled.add(filled(array.get(0), key, List.of(a))));
                } else {
                    array.forEach(e -> filled.add(filled(e, key, addresses)));
                }
                yield filled;
            }
            case JsonNode text when text.isString() -> JSON.getNodeFactory().stringNode(text.stringValue().replace("{key}", key)
                    .replace(EMAIL, addresses.isEmpty() ? "" : addresses.getFirst()));
            default -> template;
        };
    }
}
