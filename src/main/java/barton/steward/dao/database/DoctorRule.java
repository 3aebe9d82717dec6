package barton.steward.dao.database;

import barton.steward.db.SearchIndexes;
import barton.steward.model.database.Check;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Something that must hold: a question that finds what breaks it, as texts in its one column. `fine` and `broken` are sentences;
/// what was found is named behind `broken`.
record DoctorRule(String name, String fine, String broken, String question) {
    private static final String ID = "'^04\\.04\\.0%d\\.[0-9]{2}\\.[0-9]{5}\\.[0-9]{3}$'";

    static final List<DoctorRule> ALL = List.of(
            new DoctorRule("default slot", "Every company has its default slot.", "Companies without a default slot", """
                    SELECT m.company_unique_id::text FROM marketing.company_master m
                    WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                                      WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')"""),
            new DoctorRule("one default slot", "No company has more than one default slot.",
                    "Companies with several default slots", """
                    SELECT s.company_unique_id::text FROM marketing.company_slots s
                    WHERE s.slot_type = 'default' GROUP BY s.company_unique_id HAVING count(*) > 1"""),
            new DoctorRule("promoted once", "No row of intake was promoted more than once.",
                    "Rows of intake that were promoted more than once, by their ids", """
                    SELECT m.source_record_id::text FROM marketing.company_master m
                    WHERE m.source_system = 'intake_promotion' AND m.source_record_id IS NOT NULL
                    GROUP BY m.source_record_id HAVING count(*) > 1
                    UNION ALL
                    SELECT 'person ' || p.source_record_id FROM marketing.people_master p
                    WHERE p.source_system = 'intake_promotion' AND p.source_record_id IS NOT NULL
                    GROUP BY p.source_record_id HAVING count(*) > 1"""),
            new DoctorRule("promotion guard", "The unique indexes behind promotion are in place.",
                    "A unique index behind promotion is not in place, so promotion is refused above READ COMMITTED. Remove duplicates,"
                            + " then have the owner run", """
                    SELECT 'CREATE UNIQUE INDEX ' || m.name || '_promoted_once ON marketing.' || m.name || ' (source_record_id)'
                           || ' WHERE source_system = ''intake_promotion'''
                    FROM (VALUES ('company_master'), ('people_master')) AS m (name)
                    WHERE NOT EXISTS (SELECT FROM pg_index x
                                      WHERE x.indexrelid = to_regclass('marketing.' || m.name || '_promoted_once') AND x.indisvalid)"""),
            new DoctorRule("Barton IDs", "Every company, person and slot has a well-formed Barton ID.", "IDs that are no Barton IDs", """
                    SELECT m.company_unique_id::text FROM marketing.company_master m WHERE m.company_unique_id !~ %s
                    UNION ALL SELECT p.unique_id::text FROM marketing.people_master p WHERE p.unique_id !~ %s
                    UNION ALL SELECT s.company_slot_unique_id::text FROM marketing.company_slots s WHERE s.company_slot_unique_id !~ %s"""
                    .formatted(ID.formatted(1), ID.formatted(2), ID.formatted(5))),
            new DoctorRule("belonging", "Every slot, person and sidecar belongs to a company or person that is there.",
                    "Rows that belong to nobody", """
                    SELECT 'slot ' || s.company_slot_unique_id FROM marketing.company_slots s
                    WHERE NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.company_unique_id = s.company_unique_id)
                    UNION ALL
                    SELECT 'person ' || p.unique_id FROM marketing.people_master p
                    WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                                      WHERE s.company_slot_unique_id = p.company_slot_unique_id
                                        AND s.company_unique_id = p.company_unique_id)
                    UNION ALL
                    SELECT 'company sidecar ' || c.company_unique_id FROM marketing.company_sidecar c
                    WHERE NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.company_unique_id = c.company_unique_id)
                    UNION ALL
                    SELECT 'people sidecar ' || c.person_unique_id FROM marketing.people_sidecar c
                    WHERE NOT EXISTS (SELECT FROM marketing.people_master p WHERE p.unique_id = c.person_unique_id)"""),
            new DoctorRule("runs", "The validation log and the details of its runs agree.", "Runs on which they differ", """
                    SELECT d.validation_run_id FROM shq.run_detail d
                    LEFT JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
                    LEFT JOIN (SELECT m.promotion_audit_log_id AS run_no, count(*) AS made FROM marketing.company_master m
                               WHERE m.source_system = 'intake_promotion' GROUP BY m.promotion_audit_log_id
                               UNION ALL
                               SELECT p.promotion_audit_log_id, count(*) FROM marketing.people_master p
                               WHERE p.source_system = 'intake_promotion' GROUP BY p.promotion_audit_log_id) c ON c.run_no = d.run_no
                    WHERE l.validation_run_id IS NULL
                       OR d.kind IN ('promotion', 'people-promotion') AND c.made > l.passed_records"""),
            new DoctorRule("history", "Every entry of the history and of the validation log is as it was written.",
                    "Entries of the history or of the validation log are not as they were written", """
                    SELECT b.what FROM shq.broken_chain() b"""),
            new DoctorRule("search", "Every search index is in place.",
                    "Search indexes are missing, so that a search reads the whole table. Have the owner run", SearchIndexes.missing()));

    Check check(Handle handle) {
        List<Offence> first = handle.createQuery("""
                SELECT f.what, count(*) OVER () AS all FROM (%s) AS f (what) ORDER BY 1 LIMIT 5""".formatted(question))
                .map(ConstructorMapper.of(Offence.class)).list();
        if (first.isEmpty()) {
            return new Check(name, true, fine);
        }
        long more = first.getFirst().all() - first.size();
        return new Check(name, false, broken + ": " + first.stream().map(Offence::what).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more." : "."));
    }

    private record Offence(String what, long all) {
    }
}
