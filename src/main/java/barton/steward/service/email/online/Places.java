package barton.steward.service.email.online;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Finds what stands at a place of an answer: names within names, separated by points; arrays on the way stand for all that they hold.
final class Places {
    private Places() {
    }

    static List<JsonNode> nodes(JsonNode answer, String place) {
        Stream<JsonNode> found = Stream.of(answer);
        for (String name : place.split("\\.")) {
            found = found.flatMap(Places::elements).map(n -> n.path(name)).filter(n -> !n.isMissingNode() && !n.isNull());
        }
        return found.flatMap(Places::elements).toList();
    }

    /// The texts, numbers and truth values there.
    static List<String> find(JsonNode answer, String place) {
        return nodes(answer, place).stream().filter(JsonNode::isValueNode).map(JsonNode::asString).toList();
    }

    /// The first of them, or blank.
    static String text(JsonNode answer, String place) {
        return find(answer, place).stream().findFirst().orElse("");
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }
}
