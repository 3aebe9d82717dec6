package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.PromotionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server that dies under those who work on it.
class RevivalTest {
    private static Trial trial;
    private static LocalServer server;
    private static Database database;
    private static Daos daos;

    @BeforeAll
    static void open() throws Exception {
        trial = Trial.home(Trial.LONG);
        server = trial.join();
        database = Database.connect(server.settings(), () -> { }, server::revive);
        assertThat(new Schema(database, false, step -> { }).migrate()).isNotNull();
        daos = JdbiDaos.over(database);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
        server.close();
        trial.close();
    }

    @Test
    void theSameDeskReadsOnAfterTheServersDeath() throws Exception {
        database.write(handle -> handle.execute("CREATE TABLE kept AS SELECT 'kept' AS word"));
        trial.killPostmaster();
        assertThat(ask("SELECT word FROM kept")).isEqualTo("kept");
        trial.killPostmaster();
        trial.killKeeper();
        assertThat(database.<String>longRead(handle -> handle.createQuery("SELECT word FROM kept").mapTo(String.class).one()))
                .isEqualTo("kept");
        Trial.await("a keeper", () -> trial.keepers().size() == 1);
    }

    @Test
    void theSameDeskFollowsTheServerToAnotherPort() throws Exception {
        String before = ask("SHOW port");
        trial.stopServer();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerNotes.read(trial.files).on(free.getLocalPort(), "steward-test", trial.files).write(trial.files);
        }
        assertThat(ask("SHOW port")).isNotEqualTo(before);
    }

    @Test
    void aBatchWhosePromotionWentDownWithTheServerIsPromotedOnce() throws Exception {
        database.write(handle -> handle.execute("""
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://' || n || '.example', 'B', true FROM generate_series(1, 50) n"""));
        assertThatThrownBy(() -> database.write(handle -> {
            handle.execute("LOCK TABLE marketing.company_master IN SHARE MODE");
            var promoting = CompletableFuture.supplyAsync(() -> daos.promotion().promote(Entity.COMPANY, "B", "ann", UUID.randomUUID()));
            Trial.await("the promotion waits for the table", () -> "true".equals(ask("""
                    SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'relation')::text""")));
            stopAtOnce();
            assertThatThrownBy(promoting::join).hasCauseInstanceOf(StewardException.class);
            return handle.execute("SELECT 1");
        })).isInstanceOf(StewardException.class);
        assertThat(ask("SELECT count(*) FROM marketing.company_master")).isEqualTo("0");

        assertThat(daos.promotion().promote(Entity.COMPANY, "B", "ann", UUID.randomUUID())).isEqualTo(new PromotionResult("B", "B", 50));

        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
        assertThat(ask("SELECT count(*) || ' of ' || count(DISTINCT source_record_id) FROM marketing.company_master"))
                .isEqualTo("50 of 50");
    }

    private static void stopAtOnce() {
        try {
            List<String> stop = Files.readAllLines(trial.files.stop());
            stop.replaceAll(word -> word.equals("fast") ? "immediate" : word);
            assertThat(Command.run(stop).done()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(String question) {
        return database.read(handle -> handle.createQuery(question).mapTo(String.class).one());
    }
}
