package barton.steward.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ColumnMapTest {
    @Test
    void readsPairsAsAShellPassesThem() {
        assertThat(ColumnMap.parse("company=Security,industry=GICS Sector,founded_year=Founded").headers())
                .isEqualTo(Map.of("company", "Security", "industry", "GICS Sector", "founded_year", "Founded"));
    }

    @Test
    void readsQuotedHeadersWithCommasAndQuotes() {
        assertThat(ColumnMap.parse("company=\"Name, \"\"legal\"\"\", website=Site").headers())
                .isEqualTo(Map.of("company", "Name, \"legal\"", "website", "Site"));
    }

    @Test
    void keepsEqualSignsInHeaders() {
        assertThat(ColumnMap.parse("company=Name = legal").headers()).isEqualTo(Map.of("company", "Name = legal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "company=", "company=,industry=X", "=Security",
        "company=A,company=B", "company=\"A", "company=A,,"})
    void refusesWhatIsNotAMap(String text) {
        assertThatThrownBy(() -> ColumnMap.parse(text)).isInstanceOf(TypeConversionException.class);
    }
}
