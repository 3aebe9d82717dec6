package barton.steward.tour;

import barton.steward.catalog.Table;
import barton.steward.db.Database;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/// Counts facts by statements of their own, which share nothing with those behind the window's filters and figures.
final class Counts {
    private static final String BATCH = "SELECT count(*) FROM intake.company_raw_intake i WHERE i.import_batch_id = :of";
    private static final String PEOPLE = "SELECT count(*) FROM intake.people_raw_intake i WHERE i.import_batch_id = :of";
    private static final String MASTER = "(SELECT m.source_record_id FROM marketing.company_master m WHERE m.source_record_id IS NOT NULL";
    private static final String SAME = "(SELECT d.intake_id FROM shq.match_decision d WHERE d.decision = 'same')";
    private static final String PAIRS = "SELECT count(*) FROM shq.match_pair p WHERE p.batch = :of AND p.score >= 55";
    private static final String PROMOTED = MASTER + " AND m.source_system = 'intake_promotion')";

    private static final List<String> NAMES = List.of(":of", ":text");

    private final Database database;

    Counts(Database database) {
        this.database = database;
    }

    /// @param of what the fact is counted of, in the order that [IndependentCount] names
    long count(IndependentCount fact, String... of) {
        String statement = switch (fact) {
            case IN_BATCH -> BATCH;
            case OF_OWN_WEBSITE -> BATCH + " AND NOT EXISTS (SELECT FROM intake.company_raw_intake o WHERE o.import_batch_id <> :of"
                    + " AND substring(o.website FROM '[a-z-]+[.]example') = substring(i.website FROM '[a-z-]+[.]example'))";
            case VALIDATED -> BATCH + " AND i.validated";
            case NOT_VALIDATED -> BATCH + " AND (NOT i.validated OR i.validated IS NULL)";
            case FAILED -> BATCH + " AND i.validated IS DISTINCT FROM true AND EXISTS (SELECT FROM"
                    + " regexp_split_to_table(i.validation_notes, E'[\\r\\n]+') AS line WHERE line ~ '[^[:space:]]'"
                    + " AND lower(ltrim(line)) NOT LIKE 'note:%' AND lower(ltrim(line)) NOT LIKE 'warning:%')";
            case PROMOTED -> BATCH + " AND i.id::text IN " + PROMOTED;
            case HELD -> BATCH + " AND i.validated AND i.id::text IN " + MASTER + ") AND i.id::text NOT IN " + PROMOTED;
            case PROMOTABLE -> BATCH + " AND i.validated AND i.id::text NOT IN " + MASTER + ") AND i.id NOT IN " + SAME;
            case ENRICHED -> BATCH + " AND i.validated AND i.id::text NOT IN " + MASTER + ") AND i.id NOT IN " + SAME
                    + " AND i.id IN (SELECT e.intake_id FROM shq.intake_enrichment e WHERE e.entity = 'company')";
            case HELD_BY_MATCH -> BATCH + " AND i.validated AND i.id IN " + SAME;
            case NOTES_OF -> "SELECT count(*) FROM intake.company_raw_intake i,"
                    + " regexp_split_to_table(i.validation_notes, E'[\\r\\n]+') AS line WHERE i.id = :of::bigint AND line <> ''";
            case ODD_PHONES -> BATCH + " AND i.company_phone <> ''"
                    + " AND length(regexp_replace(i.company_phone, '[^0-9]', '', 'g')) NOT IN (10, 11)";
            case CONTAINING -> BATCH + " AND position(lower(:text) in lower(i::text)) > 0";
            case PEOPLE_PROMOTABLE -> PEOPLE + " AND i.validated AND (SELECT count(*) FROM marketing.company_master m"
                    + " WHERE m.company_name = i.company_name) = 1 AND i.id::text NOT IN"
                    + " (SELECT p.source_record_id FROM marketing.people_master p WHERE p.source_record_id IS NOT NULL)";
            case PEOPLE_NOT_VALIDATED -> PEOPLE + " AND (NOT i.validated OR i.validated IS NULL)";
            case MADE_BY_RUN -> """
                    SELECT count(*) FROM (SELECT promotion_audit_log_id AS run_no FROM marketing.company_master
                                          UNION ALL SELECT promotion_audit_log_id FROM marketing.people_master) made
                    WHERE run_no = (SELECT run_no FROM shq.run_detail WHERE validation_run_id = :of)""";
            case FREE_OF_RUN -> """
                    SELECT count(*) FROM marketing.company_master m
                    WHERE m.promotion_audit_log_id = (SELECT run_no FROM shq.run_detail WHERE validation_run_id = :of)
                      AND m.company_unique_id NOT IN (SELECT p.company_unique_id FROM marketing.people_master p)
                      AND m.company_unique_id NOT IN (SELECT c.company_unique_id FROM marketing.company_sidecar c)
                      AND (SELECT count(*) FROM marketing.company_slots s WHERE s.company_unique_id = m.company_unique_id) = 1""";
            case PASSED_BY_RUN -> "SELECT passed_records FROM public.shq_validation_log WHERE validation_run_id = :of";
            case TO_VALIDATE -> "SELECT count(*) FROM intake.company_raw_intake i"
                    + " WHERE i.validated IS DISTINCT FROM true AND i.id::text NOT IN " + PROMOTED;
            case PAIRS -> PAIRS;
            case PAIRS_UNDECIDED -> PAIRS + " AND p.pair NOT IN (SELECT d.pair FROM shq.match_decision d)";
            case PAIRS_DECIDED -> PAIRS + " AND p.pair IN (SELECT d.pair FROM shq.match_decision d)";
            case TO_VERIFY_AT -> "SELECT count(*) FROM marketing.people_master p WHERE p.email_verified IS NOT TRUE"
                    + " AND lower(p.email) = ANY (string_to_array(lower(:of), ' '))";
            case EMAILS_VERIFIED -> "SELECT count(*) FROM marketing.people_master p WHERE p.email_verified";
            case EMAIL_RESULTS -> "SELECT count(*) FROM marketing.email_verification_log";
            case TAGGED -> "SELECT count(*) FROM marketing.company_sidecar c WHERE :of = ANY (c.clay_tags)";
            case ROWS -> "SELECT count(*) FROM " + table(of[0]);
        };
        return database.read(handle -> {
            Query query = handle.createQuery(statement);
            for (int i = 0; i < of.length && statement.contains(NAMES.get(i)); i++) {
                query.bind(NAMES.get(i).substring(1), of[i]);
            }
            return query.mapTo(Long.class).one();
        });
    }

    private static String table(String name) {
        return Arrays.stream(Table.values()).map(Table::qualifiedName).filter(name::equals).findFirst().orElseThrow();
    }
}
