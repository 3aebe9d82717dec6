package barton.steward.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.ui.support.Days;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.table.filter.Conditions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void whatAnEditorShowsIsReadBackAsTheSameValue() {
        assertSame(MasterFields.KEYWORDS, List.of("coal", "rail freight"));
        assertSame(CompanySidecarFields.CONFIDENCE_SCORE, new BigDecimal("87.50"));
        assertSame(CompanySidecarFields.ENRICHMENT_PAYLOAD, "{\"a\":[1,2]}");
        assertSame(IntakeFields.NUM_EMPLOYEES, 1200);
        assertSame(IntakeFields.COMPANY, null);
    }

    @Test
    void jsonKeepsEveryDigit() {
        String digits = "{\"a\": 12345678901234567.890123456789, \"b\": 1.10, \"c\": 123456789012345678901234567890}";
        String typed = ValueFormat.editable(CompanySidecarFields.ENRICHMENT_PAYLOAD, digits);
        assertThat(typed).contains("12345678901234567.890123456789", "1.10", "123456789012345678901234567890");
        assertThat(ValueFormat.parse(CompanySidecarFields.ENRICHMENT_PAYLOAD, typed)).isEqualTo(typed);
        assertThat(ValueFormat.same(CompanySidecarFields.ENRICHMENT_PAYLOAD, typed, digits)).isTrue();
        assertThat(ValueFormat.same(CompanySidecarFields.ENRICHMENT_PAYLOAD, typed, digits.replace("1.10", "1.11"))).isFalse();
    }

    @Test
    void brokenJsonIsRefusedWithASentence() {
        assertThatThrownBy(() -> ValueFormat.parse(CompanySidecarFields.ENRICHMENT_PAYLOAD, "{\"a\":"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("That is not valid JSON");
    }

    @Test
    void numbersAreGroupedButYearsAreNot() {
        assertThat(ValueFormat.text(IntakeFields.NUM_EMPLOYEES, 12_480)).isEqualTo("12,480");
        assertThat(ValueFormat.text(IntakeFields.FOUNDED_YEAR, 1888)).isEqualTo("1888");
    }

    @Test
    void conditionsReadAsSentences() {
        Query query = Query.all(Table.INTAKE).where(Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.FAILED)))
                .where(Condition.empty(IntakeFields.WEBSITE)).searching("coal");
        assertThat(Sentences.of(query)).isEqualTo("Status is new or failed and Website is missing and contains “coal”");
    }

    @Test
    void joinedConditionsReadAsSentences() {
        Filter state = Condition.is(IntakeFields.STATE_ABBREV, "WV");
        Filter fresh = Condition.is(IntakeFields.STATUS, IntakeStatus.NEW);
        Filter bare = Condition.empty(IntakeFields.WEBSITE);
        Filter large = new Condition(IntakeFields.NUM_EMPLOYEES, Condition.Op.BETWEEN, List.of(50, 1_200));
        assertThat(sentence(new Filter.AnyOf(List.of(new Filter.AllOf(List.of(state, fresh)), bare))))
                .isEqualTo("State is WV and Status is new, or Website is missing");
        assertThat(sentence(new Filter.AnyOf(List.of(fresh, large)))).isEqualTo("Status is new or Employees is from 50 to 1,200");
        assertThat(sentence(new Filter.Not(new Filter.AnyOf(List.of(state, bare)))))
                .isEqualTo("not (State is WV or Website is missing)");
        assertThat(Sentences.of(Query.all(Table.INTAKE).where(state).where(new Filter.AnyOf(List.of(fresh, bare)))))
                .isEqualTo("State is WV and (Status is new or Website is missing)");
    }

    @Test
    void aDayReadsAsADay() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        var days = List.of(Days.begin(day), Days.end(day.plusDays(2)));
        assertThat(sentence(new Condition(IntakeFields.CREATED_AT, Condition.Op.BETWEEN, days)))
                .endsWith("is from 2026-03-01 to 2026-03-03");
    }

    private static String sentence(Filter filter) {
        return Sentences.of(Table.INTAKE, filter);
    }

    private static void assertSame(Field field, Object value) {
        assertThat(ValueFormat.same(field, ValueFormat.parse(field, ValueFormat.editable(field, value)), value)).isTrue();
    }

    @Test
    void aFaultInJsonHasItsLineAndColumn() {
        assertThat(ValueFormat.jsonFault("{\"a\": [1, 2]}")).isEmpty();
        assertThat(ValueFormat.jsonFault(" ")).isEmpty();
        assertThat(ValueFormat.jsonFault("{\n  \"a\": tru\n}")).hasValueSatisfying(f -> assertThat(f).contains("line 2"));
        assertThat(ValueFormat.jsonFault("{} {}")).isPresent();
    }

    @Test
    void jsonThatIsNestedWithoutEndIsAFaultAndNoCrash() {
        assertThat(ValueFormat.jsonFault("[".repeat(200_000) + "]".repeat(200_000))).isPresent();
        assertThat(ValueFormat.tree("[".repeat(200_000) + "]".repeat(200_000))).isEmpty();
    }

    @Test
    void aKeyAndItsValueAreAskedAsJson() {
        Field payload = CompanySidecarFields.ENRICHMENT_PAYLOAD;
        assertThat(Conditions.parse(payload, Condition.Op.HOLDS, "employees = 120").value()).isEqualTo("{\"employees\": 120}");
        assertThat(Conditions.parse(payload, Condition.Op.HOLDS, "zip=\"025\"").value()).isEqualTo("{\"zip\": \"025\"}");
        assertThat(Conditions.parse(payload, Condition.Op.HOLDS, "city = New \"York\"").value())
                .isEqualTo("{\"city\": \"New \\\"York\\\"\"}");
        assertThat(Conditions.parse(payload, Condition.Op.HOLDS, "{\"a=b\": [1]}").value()).isEqualTo("{\"a=b\": [1]}");
        assertThatThrownBy(() -> Conditions.parse(payload, Condition.Op.HOLDS, "{a}")).isInstanceOf(IllegalArgumentException.class);
    }
}
