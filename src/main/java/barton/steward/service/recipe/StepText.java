package barton.steward.service.recipe;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
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

    public static String of(Entity entity, RecipeStep step) {
        Table intake = entity.intake();
        return switch (step) {
            case RecipeStep.Mapping(var columns) -> "take from the file: " + columns.entrySet().stream()
                    .map(c -> ColumnNames.of(intake, c.getKey()) + " from “" + c.getValue() + "”").collect(Collectors.joining(", "));
            case RecipeStep.Check(var rules) -> "check by the rules “" + rules + "”";
            case RecipeStep.Correct(var field, var fix, var where) -> deed(entity, ColumnNames.of(intake, field), fix)
                    + (where.isEmpty() ? "" : ", where " + where.stream().map(condition -> where(intake, condition))
                            .collect(Collectors.joining(" and ")));
        };
    }

    private static String deed(Entity entity, String field, Fix fix) {
        return switch (fix) {
            case Fix.SetValue(var value) -> value.isBlank() ? "empty " + field : "set " + field + " to “" + value.strip() + "”";
            case Fix.Replace(var what, var with, var regex) -> "replace " + (regex ? "what matches " : "") + "“" + what + "” by “" + with
                    + "” in " + field;
            case Fix.ChangeCase(var letters) -> "write " + field + " in " + letters.name().toLowerCase(Locale.ROOT) + " case";
            case Fix.Merge(var becomes) -> "merge " + Counted.of(becomes.entrySet().stream()
                    .filter(e -> !e.getKey().equals(e.getValue())).count(), "spelling", "spellings") + " of " + field;
            case Fix.From(var other, var ifEmpty) -> "set " + field + " from " + ColumnNames.of(entity.intake(), other)
                    + (ifEmpty ? " where it is empty" : "");
            case Fix.Trim() -> "take blanks away around " + field;
            case Fix.Unwrap() -> "take " + field + " out of quotes and marks";
            case Fix.Decode() -> "write letters of " + field + " as what they stand for";
            case Fix.EmptyPlaceholder() -> "empty placeholders in " + field;
            case Fix.NormalisePhone() -> "write phone numbers in " + field + " the international way";
            case Fix.AddScheme() -> "put https:// before " + field;
            case Fix.FillState() -> "fill " + field + " from " + ColumnNames.of(entity.intake(), entity.state());
            case Fix.SplitName _ -> "split " + field + " into first and last name";
        };
    }

    private static String where(Table intake, Condition condition) {
        boolean broken = condition.isAbout(IntakeFields.FINDING);
        String field = broken ? "the rule broken" : ColumnNames.of(intake, condition.field());
        String values = condition.value() instanceof Collection<?> all
                ? List.copyOf(all).stream().map(value -> "“" + value + "”").collect(Collectors.joining(
                        condition.op() == Condition.Op.BETWEEN ? " to " : " or ")) : "“" + condition.value() + "”";
        return field + switch (condition.op()) {
            case IS, ONE_OF -> " is " + values;
            case IS_NOT, NOT_ONE_OF -> " is not " + values;
            case CONTAINS -> " contains " + values;
            case NOT_CONTAINS -> " does not contain " + values;
            case STARTS_WITH -> " starts with " + values;
            case NOT_STARTS_WITH -> " does not start with " + values;
            case SHAPED -> " looks like " + values;
            case BETWEEN -> " is from " + values;
            case AT_LEAST -> " is at least " + values;
            case AT_MOST -> " is at most " + values;
            case EMPTY -> " is missing";
            case PRESENT -> " is there";
            case HAS -> (broken ? " is " : " has ") + values;
            case HAS_NOT -> (broken ? " is not " : " does not have ") + values;
            case HOLDS -> " holds " + values;
        };
    }
}
