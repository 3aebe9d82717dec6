package barton.steward.dao.merge;

/// The statements about merges.
final class MergeSql {
    /// The choice of a plan, from its columns and IDs.
    private static final String CHOICE = """
            (SELECT coalesce(jsonb_object_agg(c.field, c.id) FILTER (WHERE c.field NOT LIKE 'sidecar.%'), '{}')
                    || jsonb_build_object('sidecar', coalesce(jsonb_object_agg(substr(c.field, 9), c.id)
                                                              FILTER (WHERE c.field LIKE 'sidecar.%'), '{}'))
             FROM unnest(:fields::text[], :chosen::text[]) AS c (field, id))""";

    static final String SURVIVOR = "SELECT shq.proposed_survivor(:entity, :ids::text[])";
    static final String MISSING = """
            SELECT i.id || coalesce(' was merged into ' || nullif(shq.current_id(i.id), i.id), ' is not there')
            FROM unnest(:ids::text[]) AS i (id)
            WHERE NOT EXISTS (SELECT FROM shq.merge_candidates(:entity, ARRAY[i.id]) c) ORDER BY 1 LIMIT 1""";
    static final String CHECK = "SELECT shq.check_choice(:entity, :ids::text[], " + CHOICE + ")::text";
    static final String CELLS = """
            SELECT CASE p.part WHEN 'sidecar' THEN 'sidecar.' ELSE '' END || p.field AS field, p.value #>> '{}' AS value, p.from_id,
                   p.chosen,
                   ARRAY(SELECT p.options -> i.id #>> '{}' FROM unnest(:ids::text[]) WITH ORDINALITY AS i (id, n) ORDER BY i.n) AS options
            FROM shq.merge_proposal(:entity, :survivor, :others::text[], <choice>) p
            ORDER BY p.part, p.place""".replace("<choice>", CHOICE);
    static final String FACTS = """
            SELECT ARRAY(SELECT c.name FROM shq.merge_candidates(:entity, :ids::text[]) c ORDER BY c.place) AS names,
                   (SELECT count(*) FROM marketing.company_slots s WHERE s.company_unique_id = ANY (:others::text[])) AS slots,
                   (SELECT count(*) FROM marketing.people_master p WHERE p.company_unique_id = ANY (:others::text[])) AS people,
                   (SELECT count(*) FROM marketing.email_verification_log l WHERE l.person_unique_id = ANY (:others::text[])) AS results,
                   ARRAY(SELECT format('%s is referred to by %s', h.id, h.referring)
                         FROM shq.hindering_references(:entity, :survivor, :others::text[]) h ORDER BY 1) AS hindering,
                   ARRAY(SELECT format('%s (%s)', l.referring, l.rows) FROM shq.loose_references(:entity, :others::text[]) l ORDER BY 1)
                       AS referring,
                   shq.merge_seen(:entity, :ids::text[]) AS seen""";
    static final String MERGE = "SELECT shq.merge_records(:entity, :survivor, :others::text[], " + CHOICE + ", :executor, :seen)";
    static final String UNMERGE = """
            WITH done AS MATERIALIZED (SELECT shq.unmerge(:merge, :executor, jsonb_object(:asked::text[], :answers::text[])) AS report)
            SELECT d.report ->> 'run' AS run, ARRAY(SELECT jsonb_array_elements_text(d.report -> 'back')) AS back,
                   ARRAY(SELECT jsonb_array_elements_text(d.report -> 'cells')) AS edited,
                   ARRAY(SELECT jsonb_array_elements_text(d.report -> 'people')) AS people,
                   ARRAY(SELECT jsonb_array_elements_text(d.report -> 'slots')) AS slots,
                   ARRAY(SELECT jsonb_array_elements_text(d.report -> 'went')) AS went,
                   ARRAY(SELECT a ->> 'id' FROM jsonb_array_elements(d.report -> 'asked') a) AS asked,
                   ARRAY(SELECT a ->> 'name' FROM jsonb_array_elements(d.report -> 'asked') a) AS asked_names,
                   ARRAY(SELECT a ->> 'answer' FROM jsonb_array_elements(d.report -> 'asked') a) AS answers
            FROM done d""";
    static final String INTO = """
            SELECT m.validation_run_id FROM shq.merge m
            WHERE m.survivor = :id AND m.merge_no IN (SELECT g.merge_no FROM shq.merged g) ORDER BY m.merge_no DESC""";
    static final String STANDING = """
            SELECT m.validation_run_id AS run, m.merged_at AS at, m.executor, array_agg(g.key ORDER BY g.key) AS ids,
                   array_agg(coalesce((SELECT s.before ->> e.name FROM shq.merge_step s
                                       WHERE s.merge_no = m.merge_no AND s.key = g.key AND s.after IS NULL
                                         AND s.table_name = e.master LIMIT 1), g.key) ORDER BY g.key) AS names
            FROM shq.merge m JOIN shq.merged g ON g.merge_no = m.merge_no AND g.entity = m.entity
            JOIN shq.entities() e ON e.entity = m.entity
            WHERE m.survivor = :id
            GROUP BY m.merge_no, m.validation_run_id, m.merged_at, m.executor ORDER BY m.merge_no DESC""";
    static final String OF = "SELECT m.validation_run_id FROM shq.merged g JOIN shq.merge m ON m.merge_no = g.merge_no WHERE g.key = :id";
    static final String OF_ROW = """
            SELECT shq.current_id(g.key) AS current, m.validation_run_id AS merge, d.validation_run_id AS promotion
            FROM shq.merged g JOIN shq.merge m ON m.merge_no = g.merge_no
            LEFT JOIN shq.run_detail d ON d.run_no = g.promotion_audit_log_id
            WHERE g.entity = :entity AND g.source_record_id = :id::bigint::text AND g.source_system = 'intake_promotion' LIMIT 1""";
    static final String RULES = """
            SELECT r.entity, r.field, r.by, r.sources FROM shq.merge_rule r WHERE r.entity = :entity
            ORDER BY r.field <> 'survivor', r.field <> '*', r.field""";
    static final String FORGET = """
            DELETE FROM shq.merge_rule r WHERE r.entity = :entity AND r.field = :field AND r.field NOT IN ('*', 'survivor')""";
    static final String SET = """
            INSERT INTO shq.merge_rule (entity, field, by, sources, set_by)
            SELECT :entity, :field, :by::text[], :sources::text[], :executor
            WHERE :field IN ('*', 'survivor') OR :field IN (
                SELECT c.name FROM shq.entities() e JOIN shq.merge_kinds() k ON k.entity = e.entity,
                       LATERAL (SELECT n.name FROM shq.merged_columns(e.master::regclass, e.key) n
                                UNION SELECT n.name FROM shq.merged_columns(k.sidecar::regclass, k.sidecar_key) n) c
                WHERE e.entity = :entity)
            ON CONFLICT (entity, field) DO UPDATE
            SET by = excluded.by, sources = excluded.sources, set_by = excluded.set_by, set_at = now()""";

    private MergeSql() {
    }
}
