-- The figures of the product for other clients: boards, reports, metrics. Names and columns stay; docs/views.md tells what they mean.
-- Where tables of contract are counted a view asks a function, whose text names no column to the catalogue, so that their owner can change
-- types, and which the planner puts in its place. Rights on what is counted are those of whoever asks, days those of the session's zone.

-- The records that master has, or had until they were merged, by the row of intake and the run that they came from.
CREATE OR REPLACE FUNCTION shq.known_records()
RETURNS TABLE (entity TEXT, source_record_id TEXT, source_system TEXT, run_no INTEGER)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT 'company', k.source_record_id::text, k.source_system::text, k.promotion_audit_log_id::integer FROM marketing.company_master k
    UNION ALL
    SELECT 'person', k.source_record_id::text, k.source_system::text, k.promotion_audit_log_id::integer FROM marketing.people_master k
    UNION ALL
    SELECT g.entity, g.source_record_id, g.source_system, g.promotion_audit_log_id FROM shq.merged g
$$;

CREATE OR REPLACE FUNCTION shq.overview_figures()
RETURNS TABLE (intake BIGINT, not_validated BIGINT, people_intake BIGINT, people_not_validated BIGINT, master BIGINT, slots BIGINT,
               people BIGINT, emails_verified BIGINT, unverified_decision_makers BIGINT, company_sidecars BIGINT, stale_sidecars BIGINT,
               low_confidence BIGINT, high_confidence BIGINT, runs BIGINT, failed_runs BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT i.records, i.not_validated, j.records, j.not_validated, (SELECT count(*) FROM marketing.company_master),
           (SELECT count(*) FROM marketing.company_slots), p.records, p.verified, p.deciding, s.records, s.stale, s.low, s.high,
           l.records, l.failed
    FROM (SELECT count(*) AS records, count(*) FILTER (WHERE t.validated IS NOT TRUE AND m.source_record_id IS NULL) AS not_validated
          FROM intake.company_raw_intake t
          LEFT JOIN (SELECT DISTINCT k.source_record_id FROM shq.known_records() k
                     WHERE k.entity = 'company' AND k.source_system = 'intake_promotion') m ON m.source_record_id = t.id::text) i,
         (SELECT count(*) AS records, count(*) FILTER (WHERE t.validated IS NOT TRUE AND m.source_record_id IS NULL) AS not_validated
          FROM intake.people_raw_intake t
          LEFT JOIN (SELECT DISTINCT k.source_record_id FROM shq.known_records() k
                     WHERE k.entity = 'person' AND k.source_system = 'intake_promotion') m ON m.source_record_id = t.id::text) j,
         (SELECT count(*) AS records, count(*) FILTER (WHERE t.email_verified) AS verified,
                 count(*) FILTER (WHERE t.seniority IN ('C-Level', 'VP', 'Director') AND t.email <> ''
                                    AND t.email_verified IS NOT TRUE) AS deciding
          FROM marketing.people_master t) p,
         (SELECT count(*) AS records,
                 count(*) FILTER (WHERE t.last_enriched_at::timestamptz >= now() - make_interval(days => l.stale_days)
                                        IS NOT TRUE) AS stale,
                 count(*) FILTER (WHERE t.confidence_score < l.good) AS low, count(*) FILTER (WHERE t.confidence_score >= l.best) AS high
          FROM marketing.company_sidecar t CROSS JOIN shq.limit_setting l) s,
         (SELECT count(*) AS records, count(*) FILTER (WHERE t.failed_records >= 1) AS failed FROM public.shq_validation_log t) l
$$;
CREATE OR REPLACE VIEW shq.v_overview WITH (security_invoker = true) AS
SELECT f.intake, f.not_validated, f.people_intake, f.people_not_validated, f.master, f.slots, f.people, f.emails_verified,
       round(100.0 * f.emails_verified / nullif(f.people, 0), 2) AS verification_rate, f.unverified_decision_makers, f.company_sidecars,
       round(100.0 * f.company_sidecars / nullif(f.master, 0), 2) AS enrichment_coverage, f.stale_sidecars, f.low_confidence,
       f.high_confidence, f.runs, f.failed_runs
FROM shq.overview_figures() f;

CREATE OR REPLACE FUNCTION shq.intake_records()
RETURNS TABLE (entity TEXT, id BIGINT, batch TEXT, validated BOOLEAN, notes TEXT, created_at TIMESTAMPTZ)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT 'company', t.id::bigint, t.import_batch_id::text, t.validated::boolean, t.validation_notes::text, t.created_at::timestamptz
    FROM intake.company_raw_intake t
    UNION ALL
    SELECT 'person', t.id::bigint, t.import_batch_id::text, t.validated::boolean, t.validation_notes::text, t.created_at::timestamptz
    FROM intake.people_raw_intake t
$$;

CREATE OR REPLACE FUNCTION shq.run_figures()
RETURNS TABLE (run TEXT, kind TEXT, batch TEXT, source_table TEXT, target_table TEXT, total BIGINT, passed BIGINT, failed BIGINT,
               executed_by TEXT, executed_at TIMESTAMPTZ, notes TEXT, run_no INTEGER)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT l.validation_run_id::text,
           coalesce(d.kind, CASE WHEN l.source_table = l.target_table THEN 'validation'
                                 WHEN l.target_table LIKE '%people_master' THEN 'people-promotion'
                                 WHEN l.target_table LIKE '%company_master' THEN 'promotion' END),
           CASE WHEN d.run_no IS NOT NULL THEN d.batch
                WHEN split_part(l.target_table::text, '.', 2) = 'company_master'
                    THEN regexp_replace(l.validation_run_id::text, '#[0-9]+$', '') END,
           l.source_table::text, l.target_table::text, l.total_records::bigint, l.passed_records::bigint, l.failed_records::bigint,
           l.executed_by::text, l.executed_at::timestamptz, l.notes::text, d.run_no
    FROM public.shq_validation_log l LEFT JOIN shq.run_detail d ON d.validation_run_id = l.validation_run_id
$$;
CREATE OR REPLACE VIEW shq.v_runs WITH (security_invoker = true) AS
SELECT r.run, r.kind, r.batch, r.source_table, r.target_table, r.total, r.passed, r.failed,
       round(100.0 * r.passed / nullif(r.total, 0), 2) AS success_rate, r.executed_by, r.executed_at, r.notes
FROM shq.run_figures() r;
CREATE OR REPLACE VIEW shq.v_run_days WITH (security_invoker = true) AS
SELECT r.executed_at::date AS day, r.kind, count(*) AS runs, count(*) FILTER (WHERE r.failed >= 1) AS failed_runs,
       coalesce(sum(r.total), 0)::bigint AS records, coalesce(sum(r.passed), 0)::bigint AS passed,
       coalesce(sum(r.failed), 0)::bigint AS failed, round(100.0 * sum(r.passed) / nullif(sum(r.total), 0), 2) AS success_rate
FROM shq.run_figures() r
WHERE r.executed_at IS NOT NULL
GROUP BY 1, 2;

-- What runs of promotions say that they promoted, and what of it is, or was until it was merged, in master. Runs of other clients leave no
-- number there: those of companies are put together by their batch, those of people as a whole.
CREATE OR REPLACE FUNCTION shq.promotion_figures()
RETURNS TABLE (entity TEXT, batch TEXT, run TEXT, logged BIGINT, in_master BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH made AS (
        SELECT k.entity, k.run_no, count(*) AS there FROM shq.known_records() k WHERE k.source_system = 'intake_promotion' GROUP BY 1, 2),
    gone AS (
        SELECT b.of_run, count(*) AS taken
        FROM shq.taken_back k JOIN shq.run_detail b USING (validation_run_id)
        WHERE k.table_name IN ('marketing.company_master', 'marketing.people_master') GROUP BY 1),
    runs AS (
        SELECT CASE r.kind WHEN 'promotion' THEN 'company' ELSE 'person' END AS entity, r.batch, r.run, r.run_no,
               coalesce(r.passed, 0) - coalesce(g.taken, 0) AS logged
        FROM shq.run_figures() r LEFT JOIN gone g ON g.of_run = r.run
        WHERE r.kind IN ('promotion', 'people-promotion')),
    others AS (
        SELECT 'company' AS entity, m.import_batch_id::text AS batch, count(*) AS there
        FROM marketing.company_master m
        WHERE m.source_system = 'intake_promotion'
          AND NOT EXISTS (SELECT FROM runs r WHERE r.entity = 'company' AND r.run_no = m.promotion_audit_log_id)
        GROUP BY 2
        UNION ALL
        SELECT 'person', NULL, count(*)
        FROM marketing.people_master m
        WHERE m.source_system = 'intake_promotion'
          AND NOT EXISTS (SELECT FROM runs r WHERE r.entity = 'person' AND r.run_no = m.promotion_audit_log_id))
    SELECT r.entity, r.batch, r.run, r.logged::bigint, coalesce(m.there, 0)
    FROM runs r LEFT JOIN made m ON m.entity = r.entity AND m.run_no = r.run_no
    WHERE r.run_no IS NOT NULL
    UNION ALL
    SELECT coalesce(w.entity, o.entity), coalesce(w.batch, o.batch), w.run, coalesce(w.logged, 0), coalesce(o.there, 0)
    FROM (SELECT r.entity, r.batch, min(r.run) AS run, sum(r.logged)::bigint AS logged
          FROM runs r WHERE r.run_no IS NULL GROUP BY 1, 2) w
    FULL JOIN others o ON o.entity = w.entity AND (o.batch = w.batch OR o.batch IS NULL AND w.batch IS NULL)
    WHERE coalesce(w.logged, 0) + coalesce(o.there, 0) > 0
$$;
CREATE OR REPLACE VIEW shq.v_promotions WITH (security_invoker = true) AS
SELECT p.entity, p.batch, p.run, p.logged, p.in_master, p.in_master - p.logged AS difference FROM shq.promotion_figures() p;

CREATE OR REPLACE FUNCTION shq.batch_figures()
RETURNS TABLE (entity TEXT, batch TEXT, imported BIGINT, validated BIGINT, failed BIGINT, promoted BIGINT, waiting BIGINT,
               waiting_since TIMESTAMPTZ)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT b.entity, b.batch, sum(b.imported)::bigint, sum(b.validated)::bigint, sum(b.failed)::bigint, sum(b.promoted)::bigint,
           sum(b.waiting)::bigint, min(b.since)
    FROM (SELECT t.entity, t.batch, count(*) AS imported, count(*) FILTER (WHERE t.validated) AS validated,
                 count(*) FILTER (WHERE t.faulty) AS failed, count(*) FILTER (WHERE m.by_promotion) AS promoted,
                 count(*) FILTER (WHERE m.source_record_id IS NULL AND NOT t.faulty) AS waiting,
                 min(t.created_at) FILTER (WHERE m.source_record_id IS NULL AND NOT t.faulty) AS since
          FROM (SELECT i.entity, i.id::text AS id, i.batch, i.validated, i.created_at,
                       i.validated IS NOT TRUE AND shq.has_error_note(i.notes) AS faulty
                FROM shq.intake_records() i) t
          LEFT JOIN (SELECT k.entity, k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
                     FROM shq.known_records() k WHERE k.source_record_id IS NOT NULL GROUP BY 1, 2) m
              ON m.entity = t.entity AND m.source_record_id = t.id
          GROUP BY 1, 2
          UNION ALL
          SELECT c.entity, c.import_batch_id, count(*), count(*), 0, count(*), 0, NULL
          FROM shq.cleared_intake c
          WHERE NOT EXISTS (SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)
          GROUP BY 1, 2) b
    GROUP BY 1, 2
$$;
CREATE OR REPLACE VIEW shq.v_batches WITH (security_invoker = true) AS
SELECT b.entity, b.batch, b.imported, b.validated, b.failed, b.promoted, b.waiting, b.waiting_since
FROM shq.batch_figures() b;

CREATE OR REPLACE FUNCTION shq.sidecar_records()
RETURNS TABLE (entity TEXT, id TEXT, source TEXT, confidence NUMERIC, enriched_at TIMESTAMPTZ)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT 'company', s.company_unique_id::text, nullif(s.enrichment_source::text, ''), s.confidence_score::numeric,
           s.last_enriched_at::timestamptz
    FROM marketing.company_sidecar s
    UNION ALL
    SELECT 'person', s.person_unique_id::text, nullif(s.enrichment_source::text, ''), s.confidence_score::numeric,
           s.last_enriched_at::timestamptz
    FROM marketing.people_sidecar s
$$;
CREATE OR REPLACE FUNCTION shq.enrichment_figures()
RETURNS TABLE (entity TEXT, records BIGINT, sidecars BIGINT, fresh BIGINT, stale BIGINT, never BIGINT, high BIGINT, middle BIGINT,
               low BIGINT, unknown BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT m.entity, m.records, coalesce(s.sidecars, 0), coalesce(s.fresh, 0), coalesce(s.sidecars - s.fresh - s.never, 0),
           coalesce(s.never, 0), coalesce(s.high, 0), coalesce(s.sidecars - s.high - s.low - s.unknown, 0), coalesce(s.low, 0),
           coalesce(s.unknown, 0)
    FROM (SELECT 'company' AS entity, count(*) AS records FROM marketing.company_master
          UNION ALL
          SELECT 'person', count(*) FROM marketing.people_master) m
    LEFT JOIN (SELECT r.entity, count(*) AS sidecars,
                      count(*) FILTER (WHERE r.enriched_at >= now() - make_interval(days => l.stale_days)) AS fresh,
                      count(*) FILTER (WHERE r.enriched_at IS NULL) AS never, count(*) FILTER (WHERE r.confidence >= l.best) AS high,
                      count(*) FILTER (WHERE r.confidence < l.good) AS low, count(*) FILTER (WHERE r.confidence IS NULL) AS unknown
               FROM shq.sidecar_records() r CROSS JOIN shq.limit_setting l
               GROUP BY 1) s ON s.entity = m.entity
$$;
CREATE OR REPLACE VIEW shq.v_enrichment WITH (security_invoker = true) AS
SELECT e.entity, e.records, e.sidecars, e.records - e.sidecars AS without_sidecar,
       round(100.0 * e.sidecars / nullif(e.records, 0), 2) AS coverage, e.fresh, e.stale, e.never, e.high, e.middle, e.low, e.unknown
FROM shq.enrichment_figures() e;
CREATE OR REPLACE VIEW shq.v_enrichment_sources WITH (security_invoker = true) AS
SELECT s.entity, s.source, count(*) AS sidecars, round(avg(s.confidence), 2) AS confidence,
       count(*) FILTER (WHERE s.confidence >= l.best) AS high, count(*) FILTER (WHERE s.confidence < l.good) AS low,
       max(s.enriched_at) AS latest
FROM shq.sidecar_records() s CROSS JOIN shq.limit_setting l
GROUP BY 1, 2;

CREATE OR REPLACE FUNCTION shq.quality_figures()
RETURNS TABLE ("position" INTEGER, band TEXT, companies BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT b.position, b.band, b.companies
    FROM (SELECT count(*) FILTER (WHERE t.data_quality_score >= l.best) AS best,
                 count(*) FILTER (WHERE t.data_quality_score >= l.good AND t.data_quality_score < l.best) AS good,
                 count(*) FILTER (WHERE t.data_quality_score >= l.fair AND t.data_quality_score < l.good) AS fair,
                 count(*) FILTER (WHERE t.data_quality_score < l.fair) AS poor,
                 count(*) FILTER (WHERE t.data_quality_score IS NULL) AS none
          FROM marketing.company_master t CROSS JOIN shq.limit_setting l) q
    CROSS JOIN LATERAL (VALUES (1, 'best', q.best), (2, 'good', q.good), (3, 'fair', q.fair), (4, 'poor', q.poor), (5, 'none', q.none))
        AS b (position, band, companies)
$$;
CREATE OR REPLACE VIEW shq.v_quality WITH (security_invoker = true) AS SELECT q.position, q.band, q.companies FROM shq.quality_figures() q;

CREATE OR REPLACE FUNCTION shq.email_figures()
RETURNS TABLE (day DATE, people BIGINT, verified BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT p.created_at::date, count(*), count(*) FILTER (WHERE p.email_verified) FROM marketing.people_master p GROUP BY 1
$$;
CREATE OR REPLACE VIEW shq.v_email_days WITH (security_invoker = true) AS
SELECT e.day, e.people, e.verified, round(100.0 * e.verified / nullif(e.people, 0), 2) AS verification_rate FROM shq.email_figures() e;

-- Decisions by hand that stand, as the history has them.
CREATE OR REPLACE VIEW shq.v_decision_days WITH (security_invoker = true) AS
SELECT CASE a.table_name WHEN 'intake.company_raw_intake' THEN 'company' ELSE 'person' END AS entity, a.happened_at::date AS day,
       a.executor AS steward, coalesce(sum(cardinality(c.keys)) FILTER (WHERE (c.after[1] ->> 'validated')::boolean), 0) AS validated,
       coalesce(sum(cardinality(c.keys)) FILTER (WHERE NOT (c.after[1] ->> 'validated')::boolean), 0) AS rejected
FROM shq.action a JOIN shq.change c ON c.action_id = a.action_id
WHERE a.kind = 'mark' AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = a.action_id)
  AND a.table_name IN ('intake.company_raw_intake', 'intake.people_raw_intake')
GROUP BY 1, 2, 3;
CREATE OR REPLACE VIEW shq.v_review_days WITH (security_invoker = true) AS
SELECT r.entity, r.reviewed_at::date AS day, r.reviewed_by AS steward, count(*) FILTER (WHERE r.verdict = 'accepted') AS accepted,
       count(*) FILTER (WHERE r.verdict = 'rejected') AS rejected, count(*) FILTER (WHERE r.verdict = 'skipped') AS skipped
FROM shq.review r
WHERE NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = r.action_id)
GROUP BY 1, 2, 3;
CREATE OR REPLACE VIEW shq.v_action_days WITH (security_invoker = true) AS
SELECT a.happened_at::date AS day, a.executor, a.kind, a.table_name, count(*) AS actions, sum(a.row_count)::bigint AS records,
       count(*) FILTER (WHERE EXISTS (SELECT FROM shq.action u WHERE u.undoes = a.action_id)) AS taken_back
FROM shq.action a
GROUP BY 1, 2, 3, 4;

CREATE OR REPLACE VIEW shq.v_faults WITH (security_invoker = true) AS
SELECT f.entity, i.batch, f.rule_code AS rule, f.field, f.severity, count(*) AS records
FROM shq.finding f JOIN shq.intake_records() i ON i.entity = f.entity AND i.id = f.record_id
GROUP BY 1, 2, 3, 4, 5;
CREATE OR REPLACE VIEW shq.v_rejections WITH (security_invoker = true) AS
SELECT i.entity, i.batch, w.why AS reason, count(*) AS records
FROM shq.intake_records() i CROSS JOIN LATERAL unnest(shq.rejection_reasons(i.notes)) AS w (why)
WHERE i.validated IS NOT TRUE AND i.notes ILIKE '%rejected:%'
GROUP BY 1, 2, 3;

CREATE OR REPLACE VIEW shq.v_imports WITH (security_invoker = true) AS
SELECT f.import_no, CASE f.table_name WHEN 'intake.company_raw_intake' THEN 'company'
                                      WHEN 'intake.people_raw_intake' THEN 'person' END AS entity, f.table_name, f.batch,
       f.file_name, f.row_count AS records, f.refused, f.noted, f.executor, d.imported_at,
       EXISTS (SELECT FROM shq.action u WHERE u.undoes = f.action_id) AS taken_back
FROM shq.import_file f JOIN shq.import_detail d USING (import_no);

CREATE OR REPLACE VIEW shq.v_matches WITH (security_invoker = true) AS
SELECT d.decision, count(*) AS pairs, max(d.decided_at) AS latest FROM shq.match_standing d GROUP BY 1;

CREATE OR REPLACE VIEW shq.v_audits WITH (security_invoker = true) AS
SELECT a.audit_id, a.entity, a.batch, a.method, a.lot_size, a.sample_size, a.gated, a.executor, a.started_at, e.outcome, e.wrong,
       e.doubtful, round(100.0 * e.wrong / a.sample_size, 2) AS error_rate, e.ended_at
FROM shq.audit a
LEFT JOIN LATERAL (SELECT n.outcome, n.wrong, n.doubtful, n.ended_at FROM shq.audit_end n
                   WHERE n.audit_no = a.audit_no ORDER BY n.end_no DESC LIMIT 1) e ON true;

CREATE OR REPLACE FUNCTION shq.slot_figures()
RETURNS TABLE (slot_type TEXT, slots BIGINT, people BIGINT, vacant BIGINT)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT s.slot_type::text, count(*), coalesce(sum(p.people), 0)::bigint, count(*) FILTER (WHERE p.people IS NULL)
    FROM marketing.company_slots s
    LEFT JOIN (SELECT m.company_slot_unique_id::text AS slot, count(*) AS people FROM marketing.people_master m GROUP BY 1) p
        ON p.slot = s.company_slot_unique_id::text
    GROUP BY 1
$$;
CREATE OR REPLACE VIEW shq.v_slots WITH (security_invoker = true) AS
SELECT s.slot_type, s.slots, s.people, s.vacant FROM shq.slot_figures() s;

CREATE OR REPLACE VIEW shq.v_suppressions WITH (security_invoker = true) AS
SELECT s.kind, count(*) AS standing, max(s.suppressed_at) AS latest
FROM shq.standing_suppressions() s
GROUP BY 1;

CREATE OR REPLACE VIEW shq.v_limits WITH (security_invoker = true) AS
SELECT l.best, l.good, l.fair, l.stale_days, l.least_success, l.least_coverage, l.least_verified, l.most_stale, l.most_doubtful,
       l.waiting_days, l.recent_days, l.set_by, l.set_at, l.least_people_coverage, l.recheck_days,
       l.verifying_confidence
FROM shq.limit_setting l;

CREATE OR REPLACE VIEW shq.v_email_queue WITH (security_invoker = true) AS
SELECT k.queue, count(q.person) AS people, count(DISTINCT lower(q.address)) AS addresses, min(q.since) AS waiting_since
FROM (VALUES ('first'), ('again')) AS k (queue)
LEFT JOIN (SELECT e.queue, e.person, e.address, e.since
           FROM shq.limit_setting l CROSS JOIN LATERAL shq.email_queue(l.recheck_days) e) q ON q.queue = k.queue
GROUP BY 1;

-- What wants attention by the team's limits, one row for each thing that does: how many records it is about, the value that was compared
-- and the limit that it is beyond (null where there is none), and since when it is so, where that is known.
CREATE OR REPLACE VIEW shq.v_attention WITH (security_invoker = true) AS
SELECT 'failed-run' AS "check", NULL::text AS entity, r.run AS subject, r.failed AS records,
       round(100.0 * r.passed / nullif(r.total, 0), 2) AS value, NULL::numeric AS limit_value, r.executed_at AS since
FROM shq.run_figures() r CROSS JOIN shq.limit_setting l
WHERE r.failed >= 1 AND r.executed_at >= now() - make_interval(days => l.recent_days)
UNION ALL
SELECT 'success-rate', NULL, s.kind, s.failed, s.rate, s.least, s.since
FROM (SELECT r.kind, coalesce(sum(r.failed), 0)::bigint AS failed, round(100.0 * sum(r.passed) / nullif(sum(r.total), 0), 2) AS rate,
             min(l.least_success)::numeric AS least, min(r.executed_at) AS since
      FROM shq.run_figures() r CROSS JOIN shq.limit_setting l
      WHERE r.executed_at >= now() - make_interval(days => l.recent_days)
      GROUP BY 1) s
WHERE s.rate < s.least AND s.failed > 0
UNION ALL
SELECT c.kind, e.entity, NULL, c.records, c.value, c.beyond, NULL
FROM shq.enrichment_figures() e CROSS JOIN shq.limit_setting l
JOIN LATERAL (VALUES ('company', l.least_coverage), ('person', l.least_people_coverage)) AS w (entity, least) ON w.entity = e.entity
CROSS JOIN LATERAL (VALUES
    ('stale', e.stale + e.never, round(100.0 * (e.stale + e.never) / nullif(e.sidecars, 0), 2), l.most_stale::numeric, 1),
    ('low-confidence', e.low, round(100.0 * e.low / nullif(e.sidecars, 0), 2), l.most_doubtful::numeric, 1),
    ('coverage', e.records - e.sidecars, round(100.0 * e.sidecars / nullif(e.records, 0), 2), w.least::numeric, -1))
    AS c (kind, records, value, beyond, direction)
WHERE (c.value - c.beyond) * c.direction > 0
UNION ALL
SELECT 'verification-rate', 'person', NULL, v.people - v.emails_verified, v.verification_rate, l.least_verified, NULL
FROM (SELECT sum(e.people)::bigint AS people, sum(e.verified)::bigint AS emails_verified,
             round(100.0 * sum(e.verified) / nullif(sum(e.people), 0), 2) AS verification_rate
      FROM shq.email_figures() e) v CROSS JOIN shq.limit_setting l
WHERE v.verification_rate < l.least_verified
UNION ALL
SELECT 'verification-age', 'person', NULL, q.people, floor(extract(epoch FROM now() - q.waiting_since) / 86400), l.recheck_days,
       q.waiting_since
FROM shq.v_email_queue q CROSS JOIN shq.limit_setting l
WHERE q.queue = 'again' AND q.people > 0
UNION ALL
SELECT 'drift', p.entity, coalesce(p.run, p.batch), abs(p.in_master - p.logged), p.in_master, p.logged, NULL
FROM shq.promotion_figures() p
WHERE p.in_master <> p.logged
UNION ALL
SELECT 'waiting', b.entity, b.batch, b.waiting, floor(extract(epoch FROM now() - b.waiting_since) / 86400), l.waiting_days, b.waiting_since
FROM shq.batch_figures() b CROSS JOIN shq.limit_setting l
WHERE b.waiting > 0 AND b.waiting_since < now() - make_interval(days => l.waiting_days);

GRANT SELECT ON shq.v_overview, shq.v_runs, shq.v_run_days, shq.v_promotions, shq.v_batches, shq.v_enrichment,
    shq.v_enrichment_sources, shq.v_quality, shq.v_email_days, shq.v_decision_days, shq.v_review_days, shq.v_action_days, shq.v_faults,
    shq.v_rejections, shq.v_imports, shq.v_matches, shq.v_audits, shq.v_slots, shq.v_suppressions, shq.v_limits,
    shq.v_email_queue, shq.v_attention TO PUBLIC;
