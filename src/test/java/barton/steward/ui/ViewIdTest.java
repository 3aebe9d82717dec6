package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.ui.support.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewIdTest {
    @ParameterizedTest
    @EnumSource
    void everyTableHasAViewAndWordsForItselfItsRowsAndItsFields(Table table) {
        assertThat(ViewId.of(table).title()).isEqualTo(Messages.table(table));
        assertThat(Messages.rows(table, 2)).startsWith("2 ");
        assertThat(Messages.get("empty." + table)).isNotBlank();
        assertThat(table.fields()).allSatisfy(field -> assertThat(Messages.field(table, field)).isNotBlank());
    }
}
