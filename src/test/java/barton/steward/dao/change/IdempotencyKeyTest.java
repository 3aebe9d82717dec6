package barton.steward.dao.change;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.FileTally;
import barton.steward.dao.intake.ImportDao;
import barton.steward.dao.intake.SourceFile;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A request is done once, also where the connection breaks between its commit and the reply.
class IdempotencyKeyTest {
    private static final String COMPANY = "04.04.01.00.00001.001";
    private static final Selection ROW = new Selection.Keys(Table.INTAKE, Set.of(1L));

    private final UUID request = UUID.randomUUID();
    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(source));
        run(source, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Acme', 'B');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy')""");
    }

    @Test
    void aRejectionWhoseReplyWasLostIsFoundAndItsNoteStandsOnce() throws IOException {
        BulkResult result = losingTheReply(daos -> reject(daos, request));
        assertThat(result).isEqualTo(new BulkResult.Done(1, daos.history().latest(1).getFirst().id()));
        assertThat(ask(source, "SELECT validation_notes FROM intake.company_raw_intake")).isEqualTo("rejected: no company");
    }

    @Test
    void theSameRequestFindsItsActionInsteadOfDoingItAgain() {
        BulkResult first = reject(daos, request);
        assertThat(reject(daos, request)).isEqualTo(first);
        assertThat(reject(daos, UUID.randomUUID())).isNotEqualTo(first);
        assertThat(ask(source, "SELECT validation_notes FROM intake.company_raw_intake"))
                .isEqualTo("rejected: no company\nrejected: no company");
    }

    @Test
    void aRequestThatChangedNothingMayBeMadeAgain() {
        assertThat(daos.intake().mark(ROW, true, Optional.empty(), "beth", 7, request)).isEqualTo(new BulkResult.CountDiffers(7, 1));
        assertThat(daos.intake().mark(ROW, true, Optional.empty(), "beth", 1, request)).isInstanceOf(BulkResult.Done.class);
    }

    @Test
    void anImportWhoseReplyWasLostIsNotTakenTwice() throws IOException {
        ImportDao.Imported taken = losingTheReply(daos -> copy(daos, "NEW"));
        assertThat(taken).isEqualTo(new ImportDao.Imported("NEW", 2, 1L));
        assertThat(copy(daos, "ANOTHER")).isEqualTo(taken);
        assertThat(ask(source, "SELECT count(*) FROM intake.company_raw_intake WHERE company LIKE 'Row%'")).isEqualTo("2");
    }

    @Test
    void aSlotWhoseReplyWasLostIsFoundInsteadOfRefused() throws IOException {
        Row slot = losingTheReply(daos -> daos.slots().add(COMPANY, "division", "A", "beth", request));
        assertThat(daos.slots().add(COMPANY, "division", "A", "beth", request)).isEqualTo(slot);
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_slots WHERE slot_type = 'division'")).isEqualTo("1");
    }

    private static BulkResult reject(Daos daos, UUID request) {
        return daos.intake().mark(ROW, false, Optional.of("no company"), "beth", 1, request);
    }

    private ImportDao.Imported copy(Daos daos, String batch) {
        var file = new SourceFile("leads.csv", "0".repeat(64));
        return daos.imports().copy(batch, BatchUse.NEW, "beth", request, List.of(
                new ImportDao.Part(Table.INTAKE, List.of("company", "import_batch_id"), file, sink -> {
                    sink.accept(new String[] {"Row 1", batch});
                    sink.accept(new String[] {"Row 2", batch});
                }, false, () -> new FileTally(Map.of("company", "Company"), 0, 0))));
    }

    private <T> T losingTheReply(Function<Daos, T> work) throws IOException {
        String name = ask(source, "SELECT current_database()");
        try (var proxy = Proxy.to(TestPostgres.newest());
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            proxy.cutAfter("COMMIT");
            return work.apply(JdbiDaos.over(through));
        }
    }
}
