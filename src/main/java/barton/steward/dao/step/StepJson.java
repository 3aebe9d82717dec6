package barton.steward.dao.step;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.validation.Fix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Steps as JSON: `{"field": "website", "fix": "trim"}`, `{"check": "standard"}`, `{"mapping": {"company": "Name"}}`. A fix is written by
/// its name and its components, so a new kind needs nothing here.
public final class StepJson {
    /// More steps, and deeper or longer ones, are no recipe.
    private static final int MOST_STEPS = 500;

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).build();

    private StepJson() {
    }

    public static String write(List<RecipeStep> steps) {
        ArrayNode all = JSON.createArrayNode();
        steps.forEach(step -> all.add(node(step)));
        return all.toString();
    }

    public static String write(RecipeStep step) {
        return node(step).toString();
    }

    /// @throws IllegalArgumentException where it is none, which its message tells as part of a sentence
    public static List<RecipeStep> read(Entity entity, JsonNode steps) {
        if (!steps.isArray() || steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("it has no steps, or more than " + MOST_STEPS);
        }
        var read = new ArrayList<RecipeStep>();
        for (JsonNode step : steps) {
            try {
                read.add(step(entity, step));
            } catch (IllegalArgumentException | JacksonException e) {
                throw new IllegalArgumentException("its step " + (read.size() + 1) + " is none" + (e instanceof JacksonException ? ""
                        : ": " + e.getMessage()), e);
            }
        }
        return read;
    }

    public static RecipeStep readOne(Entity entity, String json) {
        return step(entity, JSON.readTree(json));
    }

    public static List<RecipeStep> read(Entity entity, String json) {
        return read(entity, JSON.readTree(json));
    }

    /// A fix by its name: `change-case`.
    public static String name(Fix fix) {
        return name(fix.getClass());
    }

    private static String name(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode node(RecipeStep step) {
        ObjectNode node = JSON.createObjectNode();
        switch (step) {
            case RecipeStep.Mapping(var columns) -> node.set("mapping", JSON.valueToTree(columns));
            case RecipeStep.Check(var rules) -> node.put("check", rules);
            case RecipeStep.Correct(var field, var fix, var where) -> {
                node.put("field", field.name());
                node.put("fix", name(fix));
                JsonNode with = JSON.valueToTree(fix);
                if (!with.isEmpty()) {
                    node.set("with", with);
                }
                if (!where.isEmpty()) {
                    ArrayNode conditions = node.putArray("where");
                    where.forEach(c -> conditions.addObject().put("field", c.field().name()).put("op", c.op().name())
                            .set("value", JSON.valueToTree(c.value())));
                }
            }
        }
        return node;
    }

    private static RecipeStep step(Entity entity, JsonNode step) {
        if (step.has("mapping")) {
            only(step, "mapping");
            var columns = new LinkedHashMap<String, String>();
            for (Map.Entry<String, JsonNode> column : step.get("mapping").properties()) {
                columns.put(field(entity, column.getKey()).name(), text(column.getValue()));
            }
            return new RecipeStep.Mapping(columns);
        }
        if (step.has("check")) {
            only(step, "check");
            return new RecipeStep.Check(text(step.get("check")));
        }
        only(step, "field", "fix", "with", "where");
        Field field = field(entity, text(step.path("field")));
        if (!field.editable()) {
            throw new IllegalArgumentException("“" + field + "” is not edited by hand");
        }
        String named = text(step.path("fix"));
        Class<?> kind = Arrays.stream(Fix.class.getPermittedSubclasses()).filter(k -> name(k).equals(named)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fix “" + named + "”"));
        JsonNode with = step.path("with");
        Fix fix = (Fix) JSON.treeToValue(with.isMissingNode() ? JSON.createObjectNode() : with, kind);
        var where = new ArrayList<Condition>();
        for (JsonNode condition : step.path("where")) {
            where.add(condition(entity, condition));
        }
        return new RecipeStep.Correct(field, fix, where);
    }

    private static Condition condition(Entity entity, JsonNode condition) {
        only(condition, "field", "op", "value");
        Field field = text(condition.path("field")).equals(IntakeFields.FINDING.name()) ? IntakeFields.FINDING
                : field(entity, text(condition.path("field")));
        Condition.Op op = JSON.treeToValue(condition.path("op"), Condition.Op.class);
        JsonNode value = condition.path("value");
        return new Condition(field, op, value.isArray() ? value.valueStream().map(v -> value(field, v)).toList() : value(field, value));
    }

    private static Object value(Field field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (field.type()) {
            case FieldType.INTEGER -> JSON.treeToValue(value, Integer.class);
            case FieldType.BIGINT -> JSON.treeToValue(value, Long.class);
            case FieldType.BOOLEAN -> JSON.treeToValue(value, Boolean.class);
            default -> text(value);
        };
    }

    private static Field field(Entity entity, String name) {
        return entity.intake().field(name).orElseThrow(() -> new IllegalArgumentException("there is no column “" + name + "”"));
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException("a text is missing");
        }
        return value.asString();
    }

    private static void only(JsonNode node, String... names) {
        if (!node.isObject() || !List.of(names).containsAll(node.propertyNames())) {
            throw new IllegalArgumentException("it says what is not known");
        }
    }
}
