package barton.steward.dao.matching;

import barton.steward.model.likeness.Said;
import barton.steward.model.likeness.Told;
import barton.steward.model.likeness.Traits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what records say of themselves as it is compared. Placeholders say nothing.
final class RecordReader {
    private static final int FETCHED = 5_000;
    private static final Map<Said, String> INTAKE = new LinkedHashMap<>(Map.of(
            Said.NAME, "shq.match_company(r.company, r.company_name_for_emails)", Said.WEBSITE, "r.website", Said.PHONE, "r.company_phone",
            Said.STREET, "r.company_street", Said.CITY, "r.company_city", Said.STATE,
                    "coalesce(nullif(btrim(r.state_abbrev), ''), r.company_state)",
            Said.POSTCODE, "r.company_postal_code", Said.COUNTRY, "r.company_country"));
    private static final Map<Said, String> MASTER = new LinkedHashMap<>(Map.of(
            Said.NAME, "r.company_name", Said.WEBSITE, "r.website_url", Said.PHONE, "r.company_phone", Said.STREET, "r.address_street",
            Said.CITY, "r.address_city", Said.STATE, "coalesce(nullif(btrim(r.state_abbrev), ''), r.address_state)",
            Said.POSTCODE, "r.address_zip", Said.COUNTRY, "r.address_country"));

    static {
        INTAKE.putAll(Map.of(Said.LINKEDIN, "r.company_linkedin_url", Said.FACEBOOK, "r.facebook_url", Said.TWITTER, "r.twitter_url"));
        MASTER.putAll(Map.of(Said.LINKEDIN, "r.linkedin_url", Said.FACEBOOK, "r.facebook_url", Said.TWITTER, "r.twitter_url",
                Said.TAX_NUMBER, "s.ein_number", Said.DUNS, "s.dun_and_bradstreet_number"));
    }

    private final Handle handle;
    private final Traits traits;
    private final Set<String> placeholders;

    /// What is done with each record.
    @FunctionalInterface
    interface Sink {
        void accept(String id, Object[] folded);
    }

    RecordReader(Handle handle, Traits traits) {
        this.handle = handle;
        this.traits = traits;
        this.placeholders = new HashSet<>(handle.createQuery("SELECT lower(p.value) FROM shq.placeholder p").mapTo(String.class).list());
    }

    /// The rows of a batch that are not in master yet, nor in another record of it by a merge, by their ids.
    void batch(String batch, Sink sink) {
        read("""
                SELECT r.id::text AS record_id, %s FROM intake.company_raw_intake r
                WHERE r.import_batch_id = :batch
                  AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = r.id::text)
                  AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.entity = 'company' AND g.source_record_id = r.id::text)
                ORDER BY r.id""", INTAKE, query -> query.bind("batch", batch), sink);
    }

    /// The records of master with these ids, in no order.
    void master(String[] ids, Sink sink) {
        read("""
                SELECT r.company_unique_id AS record_id, %s FROM marketing.company_master r
                LEFT JOIN marketing.company_sidecar s ON s.company_unique_id = r.company_unique_id
                WHERE r.company_unique_id = ANY (:ids::text[])""", MASTER, query -> query.bind("ids", ids), sink);
    }

    /// About so many records of master, by chance.
    void sample(double percent, Sink sink) {
        read("""
                SELECT r.company_unique_id AS record_id, %s FROM marketing.company_master r TABLESAMPLE SYSTEM (:percent) REPEATABLE (17)
                LEFT JOIN marketing.company_sidecar s ON s.company_unique_id = r.company_unique_id""", MASTER,
                query -> query.bind("percent", percent), sink);
    }

    private void read(String statement, Map<Said, String> columns, java.util.function.UnaryOperator<Query> binding, Sink sink) {
        String selected = columns.entrySet().stream().map(c -> c.getValue() + " AS " + c.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        try (var rows = binding.apply(handle.createQuery(statement.formatted(selected))).setFetchSize(FETCHED)
                .map((result, _) -> {
                    sink.accept(result.getString("record_id"), traits.fold(told(result, columns.keySet())));
                    return true;
                }).stream()) {
            rows.forEach(_ -> { });
        }
    }

    private Told told(ResultSet result, Set<Said> columns) throws SQLException {
        var told = new Told();
        for (Said said : columns) {
            String text = result.getString(said.name().toLowerCase(Locale.ROOT));
            if (text != null && !placeholders.contains(text.strip().toLowerCase(Locale.ROOT))) {
                told.with(said, text);
            }
        }
        return told;
    }
}
