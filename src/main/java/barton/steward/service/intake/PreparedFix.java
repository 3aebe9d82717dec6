package barton.steward.service.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/// A fix with what only the program knows: numbers as an import understands them, the phones of the world, the parts of names.
public final class PreparedFix {
    private PreparedFix() {
    }

    /// @param namesToSplit the full names of rows that could be split
    public static Fix of(Selection rows, Field field, Fix fix, Phones phones, Function<Selection, List<String>> namesToSplit) {
        return switch (fix) {
            case Fix.SetValue(var value) when field.type() == FieldType.INTEGER
                    && WholeNumber.read(value) instanceof WholeNumber.Value(int number) -> new Fix.SetValue(Integer.toString(number));
            case Fix.NormalisePhone phone -> {
                phones.learn(rows);
                yield phone;
            }
            case Fix.SplitName _ when field.equals(PeopleIntakeFields.FULL_NAME) -> {
                var names = new HashMap<String, Fix.Name>();
                namesToSplit.apply(rows).forEach(full -> FullName.of(full)
                        .ifPresent(n -> names.put(full, new Fix.Name(n.first(), n.last()))));
                yield new Fix.SplitName(names);
            }
            default -> fix;
        };
    }
}
