package barton.steward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnNamesTest {
    @ParameterizedTest
    @EnumSource(Table.class)
    void aFieldThatIsEditedIsFoundByItsTitleAndByItsNameInTheDatabase(Table table) {
        assertThat(table.editableFields()).allSatisfy(field -> {
            assertThat(ColumnNames.field(table, ColumnNames.of(table, field))).contains(field);
            assertThat(ColumnNames.field(table, field.name())).contains(field);
        });
    }

    @ParameterizedTest
    @CsvSource({"INTAKE,  postal CODE , company_postal_code", "INTAKE, e-mail, e-mail", "PEOPLE_INTAKE, E-Mail, email",
        "INTAKE, State, state_abbrev", "INTAKE, state_name, company_state", "INTAKE, '', ''", "INTAKE, №, №"})
    void whatIsSaidIsTheColumnThatIsMeantOrStaysAsItIs(Table table, String said, String column) {
        assertThat(ColumnNames.column(table, said)).isEqualTo(column);
    }

    @Test
    void aTableMayCallAColumnByAWordOfItsOwn() {
        assertThat(ColumnNames.of(Table.LOG, "success_rate")).isEqualTo("Passed");
        assertThat(ColumnNames.of(Table.INTAKE, "no_such_column")).isEqualTo("no such column");
    }
}
