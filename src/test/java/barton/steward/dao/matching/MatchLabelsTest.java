package barton.steward.dao.matching;

import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.PairFilter;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// How well pairs are told apart, on pairs that people labelled: each pair's one side is in intake, the other in master.
class MatchLabelsTest {
    private static final Path LABELS = Path.of("src/test/resources/match-pairs.csv");

    /// What was found of the labelled pairs, by their numbers.
    private record Outcome(Set<Integer> same, Set<Integer> different, Set<Integer> shown) {
        double precision() {
            long right = shown.stream().filter(same::contains).count();
            return (double) right / shown.size();
        }

        double recall() {
            long right = shown.stream().filter(same::contains).count();
            return (double) right / same.size();
        }
    }

    @Test
    void mostSameCompaniesAreFoundAndFewOthers() throws Exception {
        Outcome outcome = match(TestDatabases.migrated());

        System.out.printf(Locale.ROOT, "%d pairs the same, %d different: precision %.3f, recall %.3f%n", outcome.same.size(),
                outcome.different.size(), outcome.precision(), outcome.recall());
        assertThat(outcome.same.size() + outcome.different.size()).isGreaterThanOrEqualTo(150);
        assertThat(outcome.precision()).isGreaterThan(0.93);
        assertThat(outcome.recall()).isGreaterThan(0.95);
    }

    @Test
    void anOldDatabaseWithoutTrigramsFindsTheSame() throws Exception {
        DataSource plain = TestDatabases.migrated(TestPostgres.oldest());
        run(plain, "DROP EXTENSION pg_trgm CASCADE");

        assertThat(match(plain)).isEqualTo(match(TestDatabases.migrated()));
    }

    private static Outcome match(DataSource database) throws IOException, SQLException {
        List<List<String>> labels = labels();
        try (var connection = database.getConnection();
                var intake = connection.prepareStatement("""
                        INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_city, company_state,
                                                               import_batch_id)
                        VALUES (?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), 'B')""");
                var master = connection.prepareStatement("""
                        INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, company_phone, address_city,
                                                              address_state, source_system)
                        VALUES ('04.04.01.00.00000.' || lpad(?::text, 3, '0'), ?, coalesce(nullif(?, ''), 'https://example.com'),
                                nullif(?, ''), nullif(?, ''), nullif(?, ''), 'crm')""")) {
            for (int n = 0; n < labels.size(); n++) {
                intake.setInt(1, n);
                master.setInt(1, n);
                for (int i = 0; i < 5; i++) {
                    intake.setString(i + 2, labels.get(n).get(i + 2));
                    master.setString(i + 2, labels.get(n).get(i + 7));
                }
                intake.execute();
                master.execute();
            }
        }
        MatchDao matches = JdbiDaos.over(Database.over(database)).matches();
        matches.find("B", false, "ann");
        return outcome(labels, matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), MatchDao.MAX_PAGE));
    }

    private static Outcome outcome(List<List<String>> labels, List<MatchPair> pairs) {
        var same = new TreeSet<Integer>();
        var different = new TreeSet<Integer>();
        for (int n = 0; n < labels.size(); n++) {
            (labels.get(n).getFirst().equals("yes") ? same : different).add(n);
        }
        var shown = new HashSet<Integer>();
        for (MatchPair pair : pairs) {
            int intake = ((Long) pair.intake().key()).intValue();
            if (pair.other().key().equals("04.04.01.00.00000.%03d".formatted(intake))) {
                shown.add(intake);
            }
        }
        return new Outcome(same, different, new TreeSet<>(shown));
    }

    private static List<List<String>> labels() throws IOException {
        try (var csv = CsvReader.builder().ofCsvRecord(LABELS)) {
            return csv.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }
}
