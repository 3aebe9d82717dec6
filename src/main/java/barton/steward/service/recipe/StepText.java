package barton.steward.service.recipe;

import barton.steward.catalog.Field;
import barton.steward.dao.step.StepJson;
import barton.steward.model.Counted;
import barton.steward.model.query.Condition;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.validation.Fix;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a step does, in a sentence without its end.
public final class StepText {
    private StepText() {
    }

    public static String of(RecipeStep step) {
        return switch (step) {
            case RecipeStep.Mapping(var columns) -> "take from the file: " + columns.entrySet().stream()
                    .map(c -> Field.words(c.getKey()) + " from “" + c.getValue() + "”").collect(Collectors.joining(", "));
            case RecipeStep.Check(var rules) -> "check by the rules “" + rules + "”";
            case RecipeStep.Correct(var field, var fix, var where) -> deed(Field.words(field.name()), fix)
                    + (where.isEmpty() ? "" : ", where " + where.stream().map(StepText::where).collect(Collectors.joining(" and ")));
        };
    }

    private static String deed(String field, Fix fix) {
        return switch (fix) {
            case Fix.SetValue(var value) -> value.isBlank() ? "empty " + field : "set " + field + " to “" + value.strip() + "”";
            case Fix.Replace(var what, var with, var regex) -> "replace " + (regex ? "what matches " : "") + "“" + what + "” by “" + with
                    + "” in " + field;
            case Fix.ChangeCase(var letters) -> "write " + field + " in " + letters.name().toLowerCase(Locale.ROOT) + " case";
            case Fix.Merge(var becomes) -> "merge " + Counted.of(becomes.entrySet().stream()
                    .filter(e -> !e.getKey().equals(e.getValue())).count(), "spelling", "spellings") + " of " + field;
            default -> StepJson.name(fix).replace('-', ' ') + ": " + field;
        };
    }

    private static String where(Condition condition) {
        Object value = condition.value();
        String values = value == null ? "" : " “" + (value instanceof Collection<?> all
                ? List.copyOf(all).stream().map(String::valueOf).collect(Collectors.joining("”, “")) : value) + "”";
        return Field.words(condition.field().name()) + " " + condition.op().name().toLowerCase(Locale.ROOT).replace('_', ' ') + values;
    }
}
