package barton.steward.cli.support;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A field that a steward names in an option, by its title in the window or by its name in the database.
public final class FieldName {
    private FieldName() {
    }

    /// @throws ParameterException with the titles that there are where none is meant
    public static Field editable(CommandSpec spec, Table table, String option, String said) {
        return among(spec, table, option, said, table.editableFields());
    }

    /// @throws ParameterException with the titles that there are where none is meant
    public static Field any(CommandSpec spec, Table table, String option, String said) {
        return among(spec, table, option, said, table.fields());
    }

    private static Field among(CommandSpec spec, Table table, String option, String said, List<Field> fields) {
        return ColumnNames.field(table, said).filter(fields::contains).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "%s knows no “%s” in %s, but %s".formatted(option, said.strip(), TableName.spoken(table),
                ColumnNames.list(table, fields))));
    }
}
