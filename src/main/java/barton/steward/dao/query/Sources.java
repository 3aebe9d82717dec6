package barton.steward.dao.query;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.KeptColumns;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.Decisions;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleOnBatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The source of every table.
final class Sources {
    private static final String COMPANY = "LEFT JOIN marketing.company_master c ON c.company_unique_id = t.company_unique_id";
    private static final String RUN = "LEFT JOIN shq.run_detail d ON d.run_no = t.promotion_audit_log_id";
    /// Found by the search index of master, which has the name among others.
    private static final Source.Also COMPANY_FOUND = new Source.Also(
            "t.company_unique_id = ANY(ARRAY(SELECT n.company_unique_id FROM marketing.company_master n WHERE",
            List.of("coalesce(n.company_unique_id, '') || E'\\n' || coalesce(n.company_name, '') || E'\\n' || coalesce(n.website_url, '')",
                    "n.company_name"), "))");
    private static final Source.Also PERSON_FOUND = new Source.Also(
            "t.person_unique_id = ANY(ARRAY(SELECT n.unique_id FROM marketing.people_master n WHERE",
            List.of("coalesce(n.unique_id, '') || E'\\n' || coalesce(n.full_name, '') || E'\\n' || coalesce(n.title, '') || E'\\n'"
                    + " || coalesce(n.email, '')", "n.full_name"), "))");

    /// Asked as `idx_intake_validated` has it.
    private static final SqlColumn VALIDATED = SqlColumn.stored(IntakeFields.VALIDATED, false)
            .choosing(new Choices("", "(t.validated IS NULL)",
                    Map.of("true", "t.validated::integer = 1", "false", "t.validated::integer = 0")));

    static final Map<Table, Source> ALL = all();

    private Sources() {
    }

    private static Map<Table, Source> all() {
        var sources = new EnumMap<Table, Source>(Table.class);
        for (Table table : Table.values()) {
            sources.put(table, switch (table) {
                case INTAKE -> intake();
                case MASTER -> master();
                case PEOPLE_INTAKE -> peopleIntake();
                case SLOTS -> slots();
                case PEOPLE -> people();
                case COMPANY_SIDECARS -> companySidecars();
                case PEOPLE_SIDECARS -> peopleSidecars();
                case LOG -> log();
                default -> new Source(table, "", List.of(), table.title(), null);
            });
        }
        return sources;
    }

    private static Source intake() {
        SqlColumn placeholder = SqlColumn.computed(IntakeFields.PLACEHOLDER, "coalesce(shq.filled(t.company),"
                + " shq.filled(t.company_name_for_emails)) IS NULL OR shq.filled(t.website) IS NULL");
        return new Source(Table.INTAKE, "", List.of(IntakeStatusSql.companies(), finding("company"), trial(), placeholder,
                promoted(IntakeFields.PROMOTED_AS, "company_unique_id", "shq.current_id(g.key)"),
                promoted(IntakeFields.PROMOTED_AT, "promoted_from_intake_at",
                        "(s.before ->> 'promoted_from_intake_at')::timestamptz"),
                previewed(Entity.COMPANY, IntakeFields.ACCEPTED, "standing = 'promotable'"),
                previewed(Entity.COMPANY, IntakeFields.REFUSED, "standing = 'refused'"),
                previewed(Entity.COMPANY, IntakeFields.ALIKE, "standing = 'promotable' AND p.alike"),
                SqlColumn.computed(IntakeFields.RISK, "shq.company_risk(t.validation_notes::text, t.website::text, t.company_phone::text,"
                        + " t.company_linkedin_url::text, t.industry::text, t.company_city::text)"), fault(),
                reviewed(Entity.COMPANY, IntakeFields.REVIEWED_BY), reviewed(Entity.COMPANY, IntakeFields.REVIEWED_AT),
                decided(Table.INTAKE), version(Table.INTAKE), kept(Entity.COMPANY), VALIDATED),
                List.of(IntakeFields.COMPANY, IntakeFields.COMPANY_NAME_FOR_EMAILS, IntakeFields.WEBSITE), null);
    }

    private static Source peopleIntake() {
        return new Source(Table.PEOPLE_INTAKE, "", List.of(IntakeStatusSql.people(), finding("person"), trial(),
                previewed(Entity.PERSON, IntakeFields.ACCEPTED, "standing = 'promotable'"),
                previewed(Entity.PERSON, IntakeFields.REFUSED, "standing = 'refused'"),
                previewed(Entity.PERSON, PeopleIntakeFields.UNPLACED, "at_fault"),
                SqlColumn.computed(IntakeFields.RISK, "shq.person_risk(t.validation_notes::text, t.email::text,"
                        + " coalesce(t.company_unique_id::text, t.company_name::text), t.title::text,"
                        + " coalesce(t.work_phone::text, t.personal_phone::text), t.linkedin_url::text)"), fault(),
                reviewed(Entity.PERSON, IntakeFields.REVIEWED_BY), reviewed(Entity.PERSON, IntakeFields.REVIEWED_AT),
                decided(Table.PEOPLE_INTAKE), version(Table.PEOPLE_INTAKE), kept(Entity.PERSON)),
                List.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME, PeopleIntakeFields.EMAIL,
                        PeopleIntakeFields.COMPANY_NAME), new Source.Also("", List.of("t.first_name || ' ' || t.last_name"), ""));
    }

    private static SqlColumn kept(Entity entity) {
        String of = "shq.intake_extra kx %s kx.entity = '" + entity.word() + "' AND kx.intake_id = t.id";
        return SqlColumn.computed(KeptColumns.FIELD, "SELECT kx.cells FROM " + of.formatted("WHERE"))
                .joined("LEFT JOIN " + of.formatted("ON"), "kx.cells");
    }

    private static SqlColumn version(Table table) {
        return SqlColumn.computed(RowVersion.FIELD, "'v' || left(md5(jsonb_build_object(" + table.editableFields().stream()
                .map(f -> "'" + f.name() + "', t." + f.name()).collect(Collectors.joining(", ")) + ")::text), 16)");
    }

    private static SqlColumn fault() {
        return SqlColumn.computed(IntakeFields.FAULT, "shq.first_fault(t.validation_notes::text)");
    }

    private static SqlColumn reviewed(Entity entity, Field field) {
        return SqlColumn.computed(field, ReviewedSql.decided(entity, "r." + field.name()));
    }

    /// @param merged the same of a record that was merged, `g`, and is kept whole, `s`
    private static SqlColumn promoted(Field field, String column, String merged) {
        return SqlColumn.computed(field, "coalesce((SELECT m." + column + " FROM marketing.company_master m"
                + " WHERE m.source_record_id = t.id::text AND m.source_system = 'intake_promotion' ORDER BY m.company_unique_id LIMIT 1),"
                + " (SELECT " + merged + " FROM shq.merged g JOIN shq.merge_step s ON s.merge_no = g.merge_no AND s.key = g.key"
                + " AND s.table_name = 'marketing.company_master' AND s.after IS NULL WHERE g.entity = 'company'"
                + " AND g.source_record_id = t.id::text AND g.source_system = 'intake_promotion' LIMIT 1))");
    }

    private static SqlColumn finding(String entity) {
        String of = "f.entity = '" + entity + "'";
        return SqlColumn.computed(IntakeFields.FINDING,
                "ARRAY(SELECT f.rule_code FROM shq.finding f WHERE " + of + " AND f.record_id = t.id ORDER BY f.rule_code)")
                .joined("LEFT JOIN (SELECT f.record_id, array_agg(f.rule_code ORDER BY f.rule_code) AS codes FROM shq.finding f"
                        + " WHERE " + of + " GROUP BY 1) f ON f.record_id = t.id", "coalesce(f.codes, '{}')")
                .having(code -> Sql.of("t.id IN (SELECT f.record_id FROM shq.finding f WHERE " + of + " AND f.rule_code =")
                        .then(SqlValues.text(IntakeFields.FINDING, code)).then(")"));
    }

    private static SqlColumn trial() {
        return SqlColumn.computed(IntakeFields.TRIAL, "NULL::text[]").having(tried -> wouldFail((RuleOnBatch) tried));
    }

    /// Whether a row is one of those that a preview counts.
    private static SqlColumn previewed(Entity entity, Field field, String condition) {
        Sql rows = Sql.of("t.id IN (SELECT p.intake_id FROM shq.promotion_rows('" + entity.word() + "', ");
        return SqlColumn.computed(field, "NULL::text[]").having(batch -> rows.then(SqlValues.text(field, batch))
                .then(") p WHERE p." + condition + ")"));
    }

    private static SqlColumn decided(Table intake) {
        return SqlColumn.computed(IntakeFields.DECIDED, "NULL::text[]")
                .having(decisions -> DecisionsSql.records(intake, Decisions.parse(decisions.toString())));
    }

    private static Sql wouldFail(RuleOnBatch tried) {
        Rule rule = tried.rule();
        return Sql.of("t.id IN (SELECT r.id FROM shq.try_rule(?, ?, ?, ?::jsonb, ?) r WHERE r.fails)", rule.entity(),
                rule.field(), rule.kind(), rule.parameters(), tried.batch());
    }

    private static Source master() {
        SqlColumn slots = SqlColumn.computed(MasterFields.SLOT_COUNT,
                "SELECT count(*) FROM marketing.company_slots s WHERE s.company_unique_id = t.company_unique_id")
                .joined("LEFT JOIN (SELECT company_unique_id, count(*) AS n FROM marketing.company_slots GROUP BY 1) s"
                        + " ON s.company_unique_id = t.company_unique_id", "coalesce(s.n, 0)");
        SqlColumn run = SqlColumn.computed(MasterFields.PROMOTION_RUN, "d.validation_run_id");
        SqlColumn labels = SqlColumn.computed(MasterFields.SLOT_LABELS, "ARRAY(SELECT s.slot_label::text FROM marketing.company_slots s"
                + " WHERE s.company_unique_id = t.company_unique_id ORDER BY s.created_at, s.company_slot_unique_id)");
        return new Source(Table.MASTER, RUN,
                List.of(slots, run, LimitsSql.qualityBand(), labels, SqlColumn.computed(MasterFields.SIDECAR,
                        "EXISTS (SELECT FROM marketing.company_sidecar s WHERE s.company_unique_id = t.company_unique_id)"),
                        version(Table.MASTER)),
                List.of(MasterFields.COMPANY_UNIQUE_ID, MasterFields.COMPANY_NAME, MasterFields.WEBSITE_URL), null);
    }

    private static Source slots() {
        SqlColumn people = SqlColumn.computed(SlotFields.PEOPLE_COUNT,
                "SELECT count(*) FROM marketing.people_master p WHERE p.company_slot_unique_id = t.company_slot_unique_id")
                .joined("LEFT JOIN (SELECT company_slot_unique_id, count(*) AS n FROM marketing.people_master GROUP BY 1) p"
                        + " ON p.company_slot_unique_id = t.company_slot_unique_id", "coalesce(p.n, 0)");
        return new Source(Table.SLOTS, COMPANY, List.of(company(SlotFields.COMPANY_NAME), people),
                List.of(SlotFields.SLOT_LABEL, SlotFields.COMPANY_NAME), COMPANY_FOUND);
    }

    private static Source people() {
        return new Source(Table.PEOPLE, COMPANY + " " + RUN, List.of(company(PeopleFields.COMPANY_NAME),
                SqlColumn.computed(PeopleFields.PROMOTION_RUN, "d.validation_run_id"),
                        verification(PeopleFields.VERIFIED_AT, "verified_at"),
                verification(PeopleFields.VERIFICATION_SERVICE, "verification_service"), suppressed("t"),
                SqlColumn.computed(PeopleFields.EMAIL_QUEUE, "CASE WHEN t.unique_id::text IN " + emailQueue("again") + " THEN 'again'"
                        + " WHEN t.unique_id::text IN " + emailQueue("first") + " THEN 'first' END"),
                SqlColumn.computed(PeopleFields.SIDECAR,
                        "EXISTS (SELECT FROM marketing.people_sidecar s WHERE s.person_unique_id = t.unique_id)"),
                version(Table.PEOPLE)),
                List.of(PeopleFields.UNIQUE_ID, PeopleFields.FULL_NAME, PeopleFields.TITLE, PeopleFields.EMAIL,
                        PeopleFields.COMPANY_NAME), COMPANY_FOUND);
    }

    /// Asked of many rows at once, by exports: who is suppressed is found once, and why of those alone.
    private static SqlColumn suppressed(String person) {
        return SqlColumn.computed(PeopleFields.SUPPRESSED, "CASE WHEN " + person + ".unique_id::text IN"
                + " (SELECT s.id FROM shq.suppressed_people() s) THEN shq.suppression_of(" + person + ".unique_id::text, "
                + person + ".email::text, " + person + ".source_record_id::text) END");
    }

    /// Asked of many rows at once: who waits is found once.
    private static String emailQueue(String queue) {
        return "(SELECT q.person FROM shq.limit_setting l CROSS JOIN LATERAL shq.email_queue(l.recheck_days) q WHERE q.queue = '" + queue
                + "')";
    }

    private static SqlColumn verification(Field field, String column) {
        return SqlColumn.computed(field, "SELECT l." + column + " FROM marketing.email_verification_log l"
                + " WHERE l.person_unique_id = t.unique_id AND lower(btrim(l.email::text)) = lower(btrim(t.email::text))"
                + " ORDER BY l.verification_id DESC LIMIT 1");
    }

    private static Source companySidecars() {
        return new Source(Table.COMPANY_SIDECARS, COMPANY, List.of(company(CompanySidecarFields.COMPANY_NAME),
                LimitsSql.freshness(), LimitsSql.confidence()),
                List.of(CompanySidecarFields.COMPANY_UNIQUE_ID, CompanySidecarFields.EIN_NUMBER,
                        CompanySidecarFields.DUN_AND_BRADSTREET_NUMBER, CompanySidecarFields.ENRICHMENT_SOURCE,
                        CompanySidecarFields.COMPANY_NAME), COMPANY_FOUND);
    }

    private static Source peopleSidecars() {
        SqlColumn name = SqlColumn.computed(PeopleSidecarFields.FULL_NAME, "p.full_name");
        return new Source(Table.PEOPLE_SIDECARS, "LEFT JOIN marketing.people_master p ON p.unique_id = t.person_unique_id",
                List.of(name, SqlColumn.computed(PeopleSidecarFields.TITLE, "p.title"),
                        SqlColumn.computed(PeopleSidecarFields.GITHUB, "t.social_profiles ->> 'github'"),
                        suppressed("p"), LimitsSql.freshness(), LimitsSql.confidence()),
                List.of(PeopleSidecarFields.PERSON_UNIQUE_ID, PeopleSidecarFields.CLAY_INSIGHT_SUMMARY,
                        PeopleSidecarFields.ENRICHMENT_SOURCE, PeopleSidecarFields.FULL_NAME),
                PERSON_FOUND);
    }

    private static Source log() {
        SqlColumn route = SqlColumn.computed(LogFields.ROUTE, stage("t.source_table") + " || ' → ' || " + stage("t.target_table"));
        SqlColumn rate = SqlColumn.computed(LogFields.SUCCESS_RATE,
                "round(100.0 * t.passed_records / nullif(t.total_records, 0), 2)");
        String batch = "CASE WHEN d.run_no IS NOT NULL THEN d.batch WHEN split_part(t.target_table::text, '.', 2) = 'company_master'"
                + " THEN regexp_replace(t.validation_run_id::text, '#[0-9]+$', '') END";
        String kind = "coalesce(d.kind, CASE WHEN t.source_table = t.target_table THEN 'validation'"
                + " WHEN t.target_table LIKE '%people_master' THEN 'people-promotion'"
                + " WHEN t.target_table LIKE '%company_master' THEN 'promotion' END)";
        return new Source(Table.LOG, "LEFT JOIN shq.run_detail d ON d.validation_run_id = t.validation_run_id",
                List.of(route, rate, SqlColumn.computed(LogFields.KIND, "d.kind"), SqlColumn.computed(LogFields.BATCH, batch),
                        SqlColumn.computed(LogFields.OF_RUN, "d.of_run"), SqlColumn.computed(LogFields.TOLD_KIND, kind)),
                List.of(LogFields.VALIDATION_RUN_ID, LogFields.EXECUTED_BY, LogFields.NOTES), null);
    }

    /// `intake.company_raw_intake` is the stage `intake`, `marketing.people_master` is `people master`.
    private static String stage(String table) {
        return "coalesce(replace(replace(regexp_replace(regexp_replace(" + table
                + ", '^.*[.]', ''), '^company_', ''), 'raw_', ''), '_', ' '), 'unknown')";
    }

    private static SqlColumn company(Field name) {
        return SqlColumn.computed(name, "c.company_name");
    }
}
