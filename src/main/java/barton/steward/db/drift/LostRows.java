package barton.steward.db.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Rows that others need, of a table that came back without them: as much of them as the others know. Rows that are there stay as they are.
final class LostRows {
    private static final String SLOTS_OF_PEOPLE = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
            SELECT DISTINCT ON (p.company_slot_unique_id) p.company_slot_unique_id, p.company_unique_id,
                   CASE WHEN p.company_slot_unique_id = '04.04.05.' || substr(p.company_unique_id, 10) THEN 'default' ELSE 'recovered' END,
                   CASE WHEN p.company_slot_unique_id = '04.04.05.' || substr(p.company_unique_id, 10) THEN 'Primary Slot'
                        ELSE 'Recovered from its people' END
            FROM marketing.people_master p ORDER BY p.company_slot_unique_id
            ON CONFLICT DO NOTHING""";
    private static final String DEFAULT_SLOTS = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
            SELECT CASE WHEN m.company_unique_id LIKE '04.04.01.__._____.___'
                             AND NOT EXISTS (SELECT FROM marketing.company_slots t
                                             WHERE t.company_slot_unique_id = '04.04.05.' || substr(m.company_unique_id, 10))
                        THEN '04.04.05.' || substr(m.company_unique_id, 10) ELSE shq.draw_slot_id(m.company_unique_id::text) END,
                   m.company_unique_id, 'default', 'Primary Slot'
            FROM marketing.company_master m
            WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                              WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')
            ON CONFLICT DO NOTHING""";
    private static final String RUNS = """
            INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, passed_records, executed_by, executed_at,
                notes)
            SELECT d.validation_run_id, CASE WHEN d.kind = 'people-promotion' THEN 'intake.people_raw_intake'
                                             WHEN d.kind = 'promotion' THEN 'intake.company_raw_intake' END,
                   CASE d.kind WHEN 'people-promotion' THEN 'marketing.people_master' WHEN 'promotion' THEN 'marketing.company_master' END,
                   CASE d.kind WHEN 'people-promotion' THEN
                            (SELECT count(*) FROM marketing.people_master p WHERE p.promotion_audit_log_id = d.run_no)
                        WHEN 'promotion' THEN
                            (SELECT count(*) FROM marketing.company_master m WHERE m.promotion_audit_log_id = d.run_no) END,
                   d.session_user_name, d.created_at, 'recovered: the log was lost, and its counts with it'
            FROM shq.run_detail d
            ON CONFLICT DO NOTHING""";

    /// By the table of which they are: what is said of them, and how they come back.
    private static final Map<String, Map<String, String>> WAYS = ways();

    private final Handle handle;
    private final List<String> tables = new ArrayList<>();

    /// Notes which tables are missing now.
    LostRows(Handle handle) {
        this.handle = handle;
        WAYS.keySet().stream().filter(table -> !isThere(table)).forEach(tables::add);
    }

    private static Map<String, Map<String, String>> ways() {
        var slots = new LinkedHashMap<String, String>();
        slots.put("%d slots were put back in which people are.", SLOTS_OF_PEOPLE);
        slots.put("%d companies were given a default slot.", DEFAULT_SLOTS);
        return Map.of("marketing.company_slots", slots,
                "public.shq_validation_log", Map.of("%d runs were put back into the validation log, without all of their counts.", RUNS));
    }

    /// Fills those that have come back since; sentences about what was added.
    List<String> putBack() {
        var added = new ArrayList<String>();
        for (String table : List.copyOf(tables)) {
            if (isWhole(table)) {
                tables.remove(table);
                WAYS.get(table).forEach((sentence, statement) -> {
                    int rows = handle.execute(statement);
                    if (rows > 0) {
                        added.add(sentence.formatted(rows));
                    }
                });
            }
        }
        return added;
    }

    private boolean isThere(String table) {
        return handle.createQuery("SELECT to_regclass(:name) IS NOT NULL").bind("name", table).mapTo(Boolean.class).one();
    }

    /// With its key, without which a row could come back twice.
    private boolean isWhole(String table) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = to_regclass(:name) AND k.contype = 'p')")
                .bind("name", table).mapTo(Boolean.class).one();
    }
}
