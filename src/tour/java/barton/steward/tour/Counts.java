package barton.steward.tour;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import java.util.Arrays;

/// Counts facts by statements of their own, which share nothing with those behind the window's filters and figures.
final class Counts {
    private static final String BATCH = "SELECT count(*) FROM intake.company_raw_intake i WHERE i.import_batch_id = ?";
    private static final String PEOPLE = "SELECT count(*) FROM intake.people_raw_intake i WHERE i.import_batch_id = ?";
    private static final String MASTER = "(SELECT m.source_record_id FROM marketing.company_master m WHERE m.source_record_id IS NOT NULL";
    private static final String SAME = "(SELECT d.intake_id FROM shq.match_decision d WHERE d.decision = 'same')";
    private static final String PAIRS = "SELECT count(*) FROM shq.match_pair p WHERE p.batch = ? AND p.score >= 55";
    private static final String PROMOTED = MASTER + " AND m.source_system = 'intake_promotion')";

    private final Database database;

    Counts(Database database) {
        this.database = database;
    }

    /// @param of what the fact is counted of, in the order that [IndependentCount] names
    long count(IndependentCount fact, String... of) {
        Sql statement = switch (fact) {
            case IN_BATCH -> Sql.of(BATCH, of[0]);
            case VALIDATED -> Sql.of(BATCH + " AND i.validated", of[0]);
            case NOT_VALIDATED -> Sql.of(BATCH + " AND (NOT i.validated OR i.validated IS NULL)", of[0]);
            case FAILED -> Sql.of(BATCH + " AND i.validated IS DISTINCT FROM true AND EXISTS (SELECT FROM"
                    + " regexp_split_to_table(i.validation_notes, E'[\\r\\n]+') AS line WHERE line ~ '[^[:space:]]'"
                    + " AND lower(ltrim(line)) NOT LIKE 'note:%' AND lower(ltrim(line)) NOT LIKE 'warning:%')", of[0]);
            case PROMOTED -> Sql.of(BATCH + " AND i.id::text IN " + PROMOTED, of[0]);
            case HELD -> Sql.of(BATCH + " AND i.validated AND i.id::text IN " + MASTER + ") AND i.id::text NOT IN " + PROMOTED, of[0]);
            case PROMOTABLE -> Sql.of(BATCH + " AND i.validated AND i.id::text NOT IN " + MASTER + ") AND i.id NOT IN " + SAME, of[0]);
            case ENRICHED -> Sql.of(BATCH + " AND i.validated AND i.id::text NOT IN " + MASTER + ") AND i.id NOT IN " + SAME
                    + " AND i.id IN (SELECT e.intake_id FROM shq.intake_enrichment e WHERE e.entity = 'company')", of[0]);
            case HELD_BY_MATCH -> Sql.of(BATCH + " AND i.validated AND i.id IN " + SAME, of[0]);
            case NOTES_OF -> Sql.of("SELECT count(*) FROM intake.company_raw_intake i,"
                    + " regexp_split_to_table(i.validation_notes, E'[\\r\\n]+') AS line WHERE i.id = ? AND line <> ''",
                    Long.valueOf(of[0]));
            case ODD_PHONES -> Sql.of(BATCH + " AND i.company_phone <> ''"
                    + " AND length(regexp_replace(i.company_phone, '[^0-9]', '', 'g')) NOT IN (10, 11)", of[0]);
            case WITHOUT_STATE -> Sql.of(BATCH + " AND coalesce(i.state_abbrev, '') = '' AND length(i.company_state) > 2", of[0]);
            case CONTAINING -> Sql.of(BATCH + " AND position(lower(?) in lower(i::text)) > 0", of[0], of[1]);
            case PEOPLE_PROMOTABLE -> Sql.of(PEOPLE + " AND i.validated AND (SELECT count(*) FROM marketing.company_master m"
                    + " WHERE m.company_name = i.company_name) = 1 AND i.id::text NOT IN"
                    + " (SELECT p.source_record_id FROM marketing.people_master p WHERE p.source_record_id IS NOT NULL)", of[0]);
            case PEOPLE_NOT_VALIDATED -> Sql.of(PEOPLE + " AND (NOT i.validated OR i.validated IS NULL)", of[0]);
            case MADE_BY_RUN -> Sql.of("""
                    SELECT count(*) FROM (SELECT promotion_audit_log_id AS run_no FROM marketing.company_master
                                          UNION ALL SELECT promotion_audit_log_id FROM marketing.people_master) made
                    WHERE run_no = (SELECT run_no FROM shq.run_detail WHERE validation_run_id = ?)""", of[0]);
            case FREE_OF_RUN -> Sql.of("""
                    SELECT count(*) FROM marketing.company_master m
                    WHERE m.promotion_audit_log_id = (SELECT run_no FROM shq.run_detail WHERE validation_run_id = ?)
                      AND m.company_unique_id NOT IN (SELECT p.company_unique_id FROM marketing.people_master p)
                      AND m.company_unique_id NOT IN (SELECT c.company_unique_id FROM marketing.company_sidecar c)
                      AND (SELECT count(*) FROM marketing.company_slots s WHERE s.company_unique_id = m.company_unique_id) = 1""", of[0]);
            case PASSED_BY_RUN -> Sql.of("SELECT passed_records FROM public.shq_validation_log WHERE validation_run_id = ?", of[0]);
            case TO_VALIDATE -> Sql.of("SELECT count(*) FROM intake.company_raw_intake i"
                    + " WHERE i.validated IS DISTINCT FROM true AND i.id::text NOT IN " + PROMOTED);
            case PAIRS -> Sql.of(PAIRS, of[0]);
            case PAIRS_UNDECIDED -> Sql.of(PAIRS + " AND p.pair NOT IN (SELECT d.pair FROM shq.match_decision d)", of[0]);
            case PAIRS_DECIDED -> Sql.of(PAIRS + " AND p.pair IN (SELECT d.pair FROM shq.match_decision d)", of[0]);
            case TO_VERIFY_AT -> Sql.of("SELECT count(*) FROM marketing.people_master p WHERE p.email_verified IS NOT TRUE"
                    + " AND lower(p.email) = ANY (string_to_array(lower(?), ' '))", of[0]);
            case EMAILS_VERIFIED -> Sql.of("SELECT count(*) FROM marketing.people_master p WHERE p.email_verified");
            case EMAIL_RESULTS -> Sql.of("SELECT count(*) FROM marketing.email_verification_log");
            case TAGGED -> Sql.of("SELECT count(*) FROM marketing.company_sidecar c WHERE ? = ANY (c.clay_tags)", of[0]);
            case ROWS -> Sql.of("SELECT count(*) FROM " + table(of[0]));
        };
        return database.read(handle -> statement.query(handle).mapTo(Long.class).one());
    }

    private static String table(String name) {
        return Arrays.stream(Table.values()).map(Table::qualifiedName).filter(name::equals).findFirst().orElseThrow();
    }
}
