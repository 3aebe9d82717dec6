package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.cli.TestCommands;
import barton.steward.db.backup.BackupFile;
import barton.steward.model.StewardException;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All rows of a database go into a file and come back, here, on a server of another version, and under a newer program.
class BackupTest {
    private static final String TABLES = """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname IN ('intake', 'marketing', 'shq') AND tablename <> 'flyway_schema_history'
               OR tablename = 'shq_validation_log'""";
    private static final String NUMBERS = """
            SELECT concat_ws(' ', schemaname, sequencename, last_value) FROM pg_sequences WHERE schemaname <> 'public' ORDER BY 1""";

    @TempDir
    private static Path folder;
    private static DataSource source;
    private static BackupFile backup;

    @BeforeAll
    static void write() {
        source = SampleSession.worked(40);
        run(source, """
                UPDATE intake.company_raw_intake SET company_street = E'a\\tb\\\\N\\nc', company_city = '', company_phone = '→ 東京 '
                WHERE id = 1""");
        backup = schema(source).backUp(folder.resolve("whole.zip")).named(folder.resolve("whole.zip"));
    }

    @Test
    void everyRowComesBackOnAnOlderServer() {
        DataSource target = TestDatabases.migrated(TestPostgres.oldest());
        schema(target).load(BackupFile.open(backup.path()));

        assertSameRows(target);
        assertThat(list(target, NUMBERS)).isEqualTo(list(source, NUMBERS));
        assertThat(new TestCommands(target).run("doctor")).isZero();
        run(target, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)"
                + " VALUES ('Z', 'z.example', 'NEW', true)");
        assertThat(ask(target, "SELECT shq.promote_company_records('NEW', 'ann')")).isEqualTo("1");
    }

    @Test
    void whatIsThereIsReplacedWholeOrNotAtAll() throws IOException {
        DataSource target = SampleSession.intake(10);
        byte[] bytes = Files.readAllBytes(backup.path());
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        Path spoilt = Files.write(folder.resolve("spoilt.zip"), spoilt(bytes));

        assertThatThrownBy(() -> BackupFile.open(half)).hasMessageContaining("is no whole backup");
        assertThatThrownBy(() -> schema(target).load(BackupFile.open(spoilt))).isInstanceOf(StewardException.class);
        assertThat(ask(target, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("10");

        schema(target).load(backup);
        assertSameRows(target);
        assertThat(Catalogue.of(target)).isEqualTo(Catalogue.of(source));
    }

    /// In the middle of the rows, whose sum the file knows.
    private static byte[] spoilt(byte[] bytes) {
        byte[] changed = bytes.clone();
        int from = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("rows/intake.company_raw_intake") + 300;
        changed[from] ^= 1;
        return changed;
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtUpToDate() {
        DataSource old = TestPostgres.newest().createDatabase();
        Predicate<String> then = version -> version.compareTo("156") <= 0;
        new Migrations(old, step -> { }, new MigrationSteps()).make(Scripts.versions().stream().filter(then).toList());
        run(old, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Old', 'B')");
        BackupFile file = Database.over(old).longRead(handle -> BackupFile.write(handle, folder.resolve("old.zip"), Scripts.versions()));
        DataSource target = TestPostgres.newest().createDatabase();

        assertThat(Schema.isPresent(file)).isFalse();
        assertThat(Schema.isPresent(backup)).isTrue();
        schema(target).makeFrom(file);

        assertThat(list(target, "SELECT company FROM intake.company_raw_intake")).containsExactly("Old");
        assertThat(Catalogue.of(target)).isEqualTo(Catalogue.of(source));
    }

    /// The device takes nothing, as a full disk.
    @Test
    void whereTheDiskIsFullNothingIsLeftAndWhatWasThereStays() throws IOException {
        Path file = folder.resolve("full.zip");
        Files.createSymbolicLink(folder.resolve("full.zip.partial"), Path.of("/dev/full"));

        assertThatThrownBy(() -> schema(source).backUp(file)).hasMessageContaining("cannot be written")
                .hasMessageContaining("earlier backups");
        assertThat(List.of(file, folder.resolve("full.zip.partial"))).noneMatch(Files::exists);
        assertThatThrownBy(() -> schema(source).backUp(backup.path())).hasMessageContaining("is there already");
        assertThat(BackupFile.open(backup.path()).rows()).isEqualTo(backup.rows());
    }

    @Test
    void whatIsNotOursIsNotLeftOutUnsaid() {
        DataSource database = TestDatabases.migrated();
        run(database, "ALTER TABLE marketing.company_master ADD own TEXT");

        assertThatThrownBy(() -> schema(database).backUp(folder.resolve("own.zip"))).hasMessageContaining("marketing.company_master.own");
        assertThat(folder.resolve("own.zip.partial")).doesNotExist();
    }

    private static void assertSameRows(DataSource target) {
        List<String> tables = list(source, TABLES);
        assertThat(list(target, TABLES)).containsExactlyInAnyOrderElementsOf(tables);
        for (String table : tables) {
            String rows = "SELECT t::text FROM " + table + " t ORDER BY 1";
            assertThat(list(target, rows)).as(table).isEqualTo(list(source, rows));
        }
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
