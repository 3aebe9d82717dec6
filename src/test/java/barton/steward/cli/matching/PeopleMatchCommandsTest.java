package barton.steward.cli.matching;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.MadeContacts;
import barton.steward.support.MadeContacts.Contact;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finding people that are the same, deciding about them and measuring it, from the command line.
class PeopleMatchCommandsTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @Test
    void peopleAreFoundShownAndDecided() {
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Merrick Engineering', 'merrick.example', 'crm');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                                                     source_system)
                SELECT '04.04.02.00.00000.001', s.company_unique_id, s.company_slot_unique_id, 'Robert', 'Quill', 'bob@merrick.example',
                       'crm'
                FROM marketing.company_slots s;
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (1, 'Merrick', 'B'), (2, 'Merrick', 'B');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, company_name, import_batch_id, validated)
                VALUES (1, 'Bob', 'Quill', 'BOB+list@Merrick.example', 'Merrick Engineering', 'B', true),
                       (2, 'Ann', 'Lee', 'ann@merrick.example', 'Merrick Engineering', 'B', true)""");

        assertThat(json(0, "match", "--people", "--batch", "B", "--within", "--json").get("open").asInt()).isEqualTo(1);
        JsonNode pairs = json(0, "pairs", "--people", "--batch", "B", "--json").get("pairs");
        assertThat(pairs).hasSize(1);
        JsonNode pair = pairs.get(0);
        assertThat(pair.get("intake_id").asInt()).isEqualTo(1);
        assertThat(pair.get("other_table").asString()).isEqualTo("marketing.people_master");
        assertThat(pair.get("other_id").asString()).isEqualTo("04.04.02.00.00000.001");
        assertThat(pair.get("because").toString()).contains("short form", "same e-mail");
        assertThat(pair.get("intake").get("first_name").asString()).isEqualTo("Bob");
        assertThat(json(1, "pairs", "--batch", "B", "--json").get("pairs")).isEmpty();

        String number = pair.get("pair").asString();
        JsonNode decided = json(0, "decide", number, "same", "--people", "--take", "email", "--executor", "ann", "--json");
        assertThat(ask(database, "SELECT email FROM marketing.people_master")).isEqualTo("BOB+list@Merrick.example");
        JsonNode preview = json(0, "promote", "--people", "--batch", "B", "--dry-run", "--json");
        assertThat(List.of(preview.get("promotable").asInt(), preview.get("held_by_match").asInt())).isEqualTo(List.of(1, 1));

        json(0, "undo", decided.get("action").asString(), "--json");
        assertThat(json(0, "promote", "--people", "--batch", "B", "--dry-run", "--json").get("held_by_match").asInt()).isZero();
        assertThat(json(0, "thresholds", "--people", "--shown", "100", "--json").toString()).isEqualTo("{\"shown\":100,\"held\":null}");
        assertThat(json(0, "thresholds", "--json").toString()).isEqualTo("{\"shown\":55,\"held\":null}");
    }

    @Test
    void madeContactsAreMeasured(@TempDir Path folder) throws IOException, SQLException {
        List<Contact> contacts = MadeContacts.of(7, 600);
        try (var connection = database.getConnection();
                var row = connection.prepareStatement("""
                        INSERT INTO intake.people_raw_intake (first_name, last_name, email, work_phone, personal_phone, title, company_name,
                                                              city, linkedin_url, import_batch_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'M')""")) {
            for (Contact c : contacts) {
                String[] cells = {c.first(), c.last(), c.email(), c.work(), c.personal(), c.title(), c.company(), c.city(), c.linkedin()};
                for (int i = 0; i < cells.length; i++) {
                    row.setString(i + 1, cells[i]);
                }
                row.addBatch();
            }
            row.executeBatch();
        }
        var truth = new StringBuilder();
        for (int i = 0; i < contacts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (contacts.get(i).person() == contacts.get(j).person()) {
                    truth.append(i + 1).append(',').append(j + 1).append('\n');
                }
            }
        }
        Path file = Files.writeString(folder.resolve("truth.csv"), truth);

        JsonNode measured = json(0, "match", "--people", "--batch", "M", "--measure", file.toString(), "--json");

        assertThat(measured.get("shown").get("f1").asDouble()).as(measured.toString()).isGreaterThan(0.9);
        assertThat(json(0, "pairs", "--people", "--batch", "M", "--limit", "1000", "--json").get("pairs"))
                .hasSize(measured.get("shown").get("found").asInt());
    }

    private JsonNode json(int exitCode, String... args) {
        assertThat(session.run(args)).as(session::err).isEqualTo(exitCode);
        return JsonMapper.shared().readTree(session.out());
    }
}
