package barton.steward.service.sidecar;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.intake.InputRecord;
import barton.steward.service.intake.FileImport;
import barton.steward.service.intake.IntakeRows;
import barton.steward.service.json.FieldValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Records of a file that comes back from enrichment: the fields of intake that each gives, and what it gives for the sidecar.
final class EnrichedRows {
    private static final String ENRICHMENT = "enrichment";
    private static final String PAYLOAD = "payload";
    private static final Set<String> MEMBERS = Set.of("id", "state", "fields", ENRICHMENT, "findings", "notes");
    private static final Map<String, Field> SIDECAR = Map.of(PAYLOAD, CompanySidecarFields.ENRICHMENT_PAYLOAD,
            "source", CompanySidecarFields.ENRICHMENT_SOURCE, "confidence", CompanySidecarFields.CONFIDENCE_SCORE);

    private final Map<String, Field> fields;
    private final Map<String, Integer> longest;
    private final Map<String, Integer> longestOfSidecar;

    EnrichedRows(Table intake, Map<String, Integer> longest, Map<String, Integer> longestOfSidecar) {
        this.fields = intake.editableFields().stream()
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        this.longest = longest;
        this.longestOfSidecar = longestOfSidecar;
    }

    void read(ObjectNode record, long line, FileImport importing) {
        JsonNode id = record.path("id");
        fault(record).ifPresentOrElse(reason -> importing.refuse(line, id.isMissingNode() ? "" : id.toString(), reason), () -> {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            record.get("fields").properties().forEach(f -> given.set(f.getKey(), blank(f.getValue())
                    ? JsonNodeFactory.instance.nullNode() : f.getValue()));
            if (record.hasNonNull(ENRICHMENT)) {
                given.set(ENRICHMENT, record.get(ENRICHMENT));
            }
            importing.accept(new InputRecord(line, id.asString(), record.get("state").asString(), given.toString()));
        });
    }

    private static boolean blank(JsonNode value) {
        return value.isString() && value.asString().isBlank();
    }

    private Optional<String> fault(ObjectNode record) {
        Optional<String> unknown = record.propertyNames().stream().filter(name -> !MEMBERS.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("a record has no “%s”: what is found out goes into “fields”, or into “enrichment” for the sidecar"
                    .formatted(unknown.get()));
        }
        if (!record.path("id").isIntegralNumber() || !record.path("id").canConvertToLong()) {
            return Optional.of("“id” is no whole number");
        }
        if (!record.path("state").isString()) {
            return Optional.of("“state” is missing: leave it as it was exported");
        }
        if (!record.path("fields").isObject()) {
            return Optional.of("“fields” is no object");
        }
        for (Map.Entry<String, JsonNode> given : record.get("fields").properties()) {
            Field field = fields.get(given.getKey());
            if (field == null) {
                return Optional.of("there is no field “%s”; there are %s".formatted(given.getKey(), String.join(", ", fields.keySet())));
            }
            Optional<String> fault = FieldValues.fault(field, given.getValue(), longest, IntakeRows.LONGEST_TEXT);
            if (fault.isPresent()) {
                return fault.map(reason -> field.name() + " " + reason);
            }
        }
        return enrichmentFault(record.path(ENRICHMENT));
    }

    private Optional<String> enrichmentFault(JsonNode enrichment) {
        if (enrichment.isMissingNode() || enrichment.isNull()) {
            return Optional.empty();
        }
        if (!enrichment.isObject() || !enrichment.hasNonNull(PAYLOAD)) {
            return Optional.of("“enrichment” has no “payload”");
        }
        for (Map.Entry<String, JsonNode> given : enrichment.properties()) {
            Field field = SIDECAR.get(given.getKey());
            if (field == null) {
                return Optional.of("“enrichment” has no “%s”; it has “payload”, “source” and “confidence”".formatted(given.getKey()));
            }
            Optional<String> fault = SidecarRows.fault(field, given.getValue(), longestOfSidecar);
            if (fault.isPresent()) {
                return fault.map(reason -> "“" + given.getKey() + "” of the enrichment " + reason);
            }
        }
        return Optional.empty();
    }
}
