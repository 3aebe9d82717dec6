package barton.steward.dao.sidecar;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.SourceFile;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.intake.InputRecord;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiSidecarDaoTest {
    private static final String ACME = "04.04.01.00.00001.001";
    private static final String ROXX = "04.04.01.00.00002.002";
    private static final String NOBODY = "04.04.01.99.99999.999";

    private DataSource source;
    private Daos daos;
    private int files;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(source));
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy'),
                       ('04.04.01.00.00002.002', 'Roxx', 'https://roxx.example', 'legacy')""");
    }

    @Test
    void aSidecarIsMadeWithItsFirstValuesAndCanBeTakenBack() {
        Row none = daos.sidecars().read(Table.COMPANY_SIDECARS, ACME);
        var saved = (EditResult.Saved) daos.sidecars().save(none, Map.of(CompanySidecarFields.CLAY_TAGS, List.of("b2b")), "beth");
        assertThat(saved.row().get(CompanySidecarFields.CLAY_TAGS)).isEqualTo(List.of("b2b"));
        assertThat(saved.row().text(CompanySidecarFields.FRESHNESS)).isEqualTo("fresh");
        assertThat(daos.history().undo(saved.actionId(), "beth")).isInstanceOf(UndoResult.Undone.class);
        assertThat(daos.tables().row(Table.COMPANY_SIDECARS, ACME)).isEmpty();
    }

    @Test
    void aSidecarThatSomebodyElseMadeOrChangedIsAConflict() {
        Row none = daos.sidecars().read(Table.COMPANY_SIDECARS, ACME);
        daos.sidecars().save(none, Map.of(CompanySidecarFields.ENRICHMENT_SOURCE, "theirs"), "carl");
        assertThat(daos.sidecars().save(none, Map.of(CompanySidecarFields.ENRICHMENT_SOURCE, "mine"), "beth"))
                .isInstanceOf(EditResult.Conflict.class);
        Row read = daos.sidecars().read(Table.COMPANY_SIDECARS, ACME);
        daos.sidecars().save(read, Map.of(CompanySidecarFields.ENRICHMENT_SOURCE, "theirs again"), "carl");
        assertThat(daos.sidecars().save(read, Map.of(CompanySidecarFields.ENRICHMENT_SOURCE, "mine"), "beth"))
                .isInstanceOf(EditResult.Conflict.class);
        assertThat(ask(source, "SELECT enrichment_source FROM marketing.company_sidecar")).isEqualTo("theirs again");
    }

    @Test
    void whatMasterDoesNotHaveOrAConstraintForbidsIsRefused() {
        Row stray = daos.sidecars().read(Table.COMPANY_SIDECARS, NOBODY);
        assertThat(daos.sidecars().save(stray, Map.of(CompanySidecarFields.EIN_NUMBER, "1"), "beth"))
                .isInstanceOf(EditResult.Refused.class);
        Row none = daos.sidecars().read(Table.COMPANY_SIDECARS, ACME);
        assertThat(daos.sidecars().save(none, Map.of(CompanySidecarFields.CONFIDENCE_SCORE, new BigDecimal("101")), "beth"))
                .isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.reason()).contains("“Confidence”"));
        assertThat(daos.sidecars().save(none, Map.of(CompanySidecarFields.ENRICHMENT_PAYLOAD, "{\"a\": \"\\u0000\"}"), "beth"))
                .isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.reason()).contains("“Payload”"));
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo("0");
    }

    @Test
    void aFileMakesChangesAndLeavesSidecarsInOneGo() {
        daos.sidecars().save(daos.sidecars().read(Table.COMPANY_SIDECARS, ACME), Map.of(CompanySidecarFields.EIN_NUMBER, "12"), "carl");
        ImportSummary seen = importRecords(true, record(1, ACME, null, "{\"clay_tags\": [\"b2b\", \"new\"]}"),
                record(2, ROXX, null, "{\"confidence_score\": 92}"), record(3, NOBODY, null, "{\"ein_number\": \"1\"}"));
        assertThat(List.of(seen.added(), seen.changed(), seen.refused())).containsExactly(1L, 1L, 1L);
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo("1");

        ImportSummary done = importRecords(false, record(1, ACME, null, "{\"clay_tags\": [\"b2b\", \"new\"]}"),
                record(2, ROXX, null, "{\"confidence_score\": 92}"));
        assertThat(ask(source, "SELECT string_agg(ein_number || clay_tags::text, '') FROM marketing.company_sidecar"))
                .isEqualTo("12{b2b,new}");
        assertThat(importRecords(false, record(2, ROXX, null, "{\"confidence_score\": 92.00}")).unchanged()).isEqualTo(1);
        assertThat(done.actions()).hasSize(1);
        var undone = (UndoResult.Undone) daos.history().undo(done.actions().getFirst(), "beth");
        assertThat(ask(source, "SELECT string_agg(ein_number || coalesce(clay_tags::text, '-'), '') FROM marketing.company_sidecar"))
                .isEqualTo("12-");
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo("1");

        var again = (UndoResult.Undone) daos.history().undo(undone.actionId(), "beth");
        assertThat(ask(source, "SELECT string_agg(coalesce(clay_tags::text, confidence_score::text), ' ' ORDER BY company_unique_id)"
                + " FROM marketing.company_sidecar")).isEqualTo("{b2b,new} 92.00");
        daos.sidecars().save(daos.sidecars().read(Table.COMPANY_SIDECARS, ROXX), Map.of(CompanySidecarFields.EIN_NUMBER, "7"), "carl");
        assertThat(daos.history().undo(again.actionId(), "beth")).isEqualTo(new UndoResult.Refused(List.of("1 row was changed since.")));
    }

    @Test
    void aSidecarThatWasChangedSinceTheFileWasMadeIsNotOverwritten() {
        daos.sidecars().save(daos.sidecars().read(Table.COMPANY_SIDECARS, ACME), Map.of(CompanySidecarFields.EIN_NUMBER, "12"), "carl");
        String state = daos.sidecars().read(Table.COMPANY_SIDECARS, ACME).text(CompanySidecarFields.UPDATED_AT);
        daos.sidecars().save(daos.sidecars().read(Table.COMPANY_SIDECARS, ACME), Map.of(CompanySidecarFields.EIN_NUMBER, "13"), "carl");
        ImportSummary done = importRecords(false, record(1, ACME, state, "{\"ein_number\": \"99\"}"),
                record(2, ROXX, state, "{\"ein_number\": \"98\"}"));
        assertThat(done.conflicts()).isEqualTo(2);
        assertThat(done.misfits()).extracting(ImportSummary.RejectedRow::reason).containsExactly(
                "conflict: the sidecar was changed since the file was made; now ein_number is \"13\"",
                "conflict: the sidecar is not there any more");
        assertThat(importRecords(false, record(1, ACME, null, "{\"ein_number\": \"97\", \"last_enriched_at\": \"2020-01-01T00:00:00Z\"}"))
                .conflicts()).isEqualTo(1);
        assertThat(ask(source, "SELECT ein_number FROM marketing.company_sidecar")).isEqualTo("13");
    }

    @Test
    void anotherNumberThanAnnouncedChangesNothing() {
        Selection all = Selection.all(Query.all(Table.MASTER));
        assertThatThrownBy(() -> daos.sidecars().set(all, Map.of(CompanySidecarFields.ENRICHMENT_SOURCE, "clay"), false,
                OptionalLong.of(1), "beth", UUID.randomUUID())).isInstanceOf(StewardException.class)
                .hasMessageContaining("1 was announced, but it would be 2 now");
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo("0");
    }

    @Test
    void theSameRequestIsDoneOnce() {
        Selection all = Selection.all(Query.all(Table.MASTER));
        UUID request = UUID.randomUUID();
        var values = Map.<barton.steward.catalog.Field, Object>of(CompanySidecarFields.CLAY_TAGS, List.of("it's", "a\"b"));
        ImportSummary first = daos.sidecars().set(all, values, false, OptionalLong.of(2), "beth", request);
        ImportSummary again = daos.sidecars().set(all, values, false, OptionalLong.of(2), "beth", request);
        assertThat(again).isEqualTo(first);
        assertThat(first.added()).isEqualTo(2);
        assertThat(ask(source, "SELECT count(*) FROM shq.action")).isEqualTo("1");
    }

    private ImportSummary importRecords(boolean look, InputRecord... records) {
        return daos.sidecars().importRecords(Table.COMPANY_SIDECARS, new SourceFile("s.json", "%064x".formatted(files++)), false,
                sink -> List.of(records).forEach(sink), look, OptionalLong.empty(), "beth", UUID.randomUUID());
    }

    private static InputRecord record(long line, String key, String state, String given) {
        return new InputRecord(line, key, state, given);
    }
}
