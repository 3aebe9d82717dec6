package barton.steward.dao.query;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Limits;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.RunKind;
import barton.steward.db.ColumnTypes;
import barton.steward.model.audit.AuditMethod;
import barton.steward.model.audit.Outcome;
import barton.steward.model.audit.Verdict;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.validation.Severity;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the program are those of the database.
class WordsTest {
    private static final DataSource DATABASE = TestDatabases.migrated();

    static List<Arguments> checked() {
        return List.of(arguments("shq.run_detail", "kind", RunKind.values()),
                arguments("shq.finding", "severity", Severity.values()), arguments("shq.finding", "entity", Entity.values()),
                arguments("shq.validation_rule", "severity", Severity.values()),
                arguments("shq.validation_rule", "entity", Entity.values()),
                arguments("shq.rejection", "entity", Entity.values()), arguments("shq.intake_enrichment", "entity", Entity.values()),
                arguments("shq.match_decision", "decision", MatchVerdict.values()), arguments("shq.audit", "entity", Entity.values()),
                arguments("shq.audit", "method", AuditMethod.values()), arguments("shq.audit_judgement", "verdict", Verdict.values()),
                arguments("shq.audit_end", "outcome", Outcome.values()));
    }

    @ParameterizedTest
    @MethodSource("checked")
    void aColumnHoldsTheWordsOfItsConstantsAndNoOthers(String table, String column, Enum<?>[] constants) {
        assertThat(list(DATABASE, """
                SELECT w[1] FROM pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''::text', 'g') AS w
                WHERE c.conrelid = '%s'::regclass AND c.contype = 'c' AND pg_get_constraintdef(c.oid) LIKE 'CHECK ((%s = ANY%%'"""
                .formatted(table, column)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(constants).map(ColumnTypes::word).toList());
    }

    @Test
    void theFunctionOfTheStatusSaysEachOfItsWordsAndNoOthers() {
        assertThat(list(DATABASE, """
                SELECT DISTINCT shq.intake_status(v, n, p)
                FROM unnest('{t,f,NULL}'::boolean[]) v,
                     unnest(ARRAY[NULL, 'website: is missing', 'note: fine', 'note: edited since validation: x']) n,
                     unnest(ARRAY[NULL, 'promoted', 'held', 'matched']) p"""))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(IntakeStatus.values()).map(IntakeStatus::word).toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, NONE", "0, POOR", "49.99, POOR", "50, FAIR", "69.99, FAIR", "70, GOOD", "89.99, GOOD",
        "90, BEST", "100, BEST"})
    void aScoreIsInTheSameBandForProgramAndDatabase(BigDecimal score, QualityBand band) {
        assertThat(ask(DATABASE, "SELECT shq.quality_band(" + (score == null ? "NULL" : score.toString()) + ")"))
                .isEqualTo(band.word(Limits.USUAL));
    }
}
