package barton.steward.dao.matching;

import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Statistics;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Looks for the pairs of a batch, in one transaction. Companies are compared that have a key in common, the rarest keys first and only
/// with so many others each, so that the work grows with the rows and not with their square.
final class MatchSearch {
    /// What more companies than these have in common tells nothing, and is no key.
    private static final int LARGEST_BLOCK = 50;
    private static final int COMPARED_AT_MOST = 60;
    private static final int KEPT_OF_EACH = 10;
    private static final int SLICE = 100_000;

    private static final String TOLD = """
            CROSS JOIN LATERAL shq.match_told(%s) AS f""";
    private static final String MINE = """
            CREATE TEMPORARY TABLE match_mine ON COMMIT DROP AS
            SELECT i.id::bigint AS id, f.name, f.host, f.phone, f.state, f.city, f.keys
            FROM intake.company_raw_intake i
            """ + TOLD.formatted("shq.match_company(i.company, i.company_name_for_emails), i.website, i.company_phone, i.state_abbrev,"
                    + " i.company_state, i.company_city") + """

            WHERE i.import_batch_id = :batch
              AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = i.id::text)""";
    private static final String THEIRS = """
            CREATE TEMPORARY TABLE match_theirs (
                ref TEXT, master_id TEXT, intake_id BIGINT, name TEXT, host TEXT, phone TEXT, state TEXT, city TEXT, keys BIGINT[])
            ON COMMIT DROP""";
    /// CREATE TABLE AS uses several processors, INSERT one.
    private static final String OF_MASTER = """
            CREATE TEMPORARY TABLE match_theirs_%1$d ON COMMIT DROP AS
            SELECT m.company_unique_id::text AS ref, m.company_unique_id::text AS master_id,
                   CASE WHEN m.source_system = 'intake_promotion' AND m.source_record_id ~ '^[0-9]{1,18}$'
                        THEN m.source_record_id::bigint END AS intake_id,
                   f.name, f.host, f.phone, f.state, f.city, f.keys
            FROM marketing.company_master m
            """ + TOLD.formatted("m.company_name, m.website_url, m.company_phone, m.state_abbrev, m.address_state, m.address_city") + """

            WHERE abs(hashtextextended(m.company_unique_id, 1) %% %2$d) = %1$d""";
    private static final String OF_BATCH = """
            CREATE TEMPORARY TABLE match_theirs_%1$d ON COMMIT DROP AS
            SELECT 'intake ' || b.id AS ref, NULL::text AS master_id, b.id AS intake_id, b.name, b.host, b.phone, b.state, b.city, b.keys
            FROM match_mine b""";
    private static final String KEYS = """
            CREATE TEMPORARY TABLE match_key ON COMMIT DROP AS
            SELECT DISTINCT k.key FROM match_mine b CROSS JOIN LATERAL unnest(b.keys) AS k (key)""";
    private static final String BLOCKS = """
            CREATE TEMPORARY TABLE match_block ON COMMIT DROP AS
            SELECT k.key, array_agg(t.ref) AS refs, count(*) AS size
            FROM match_theirs t CROSS JOIN LATERAL unnest(t.keys) AS k (key) JOIN match_key USING (key)
            GROUP BY k.key
            HAVING count(*) <= %d""".formatted(LARGEST_BLOCK);
    private static final String CANDIDATES = """
            CREATE TEMPORARY TABLE match_candidate ON COMMIT DROP AS
            SELECT DISTINCT c.id, t.ref
            FROM (SELECT b.id, k.refs, k.size,
                         sum(k.size) OVER (PARTITION BY b.id ORDER BY k.size, k.key ROWS UNBOUNDED PRECEDING) AS so_far
                  FROM match_mine b CROSS JOIN LATERAL unnest(b.keys) AS own (key) JOIN match_block k USING (key)) c
            CROSS JOIN LATERAL unnest(c.refs) AS t (ref)
            WHERE c.so_far <= greatest(%d, c.size)""".formatted(COMPARED_AT_MOST);
    private static final String FOUND = """
            CREATE TEMPORARY TABLE match_found ON COMMIT DROP AS
            SELECT s.id, s.master_id, s.intake_id, s.likeness, s.name, s.host, s.phone, s.state, s.city, s.score
            FROM (SELECT p.id, p.master_id, p.intake_id, p.likeness, p.name, p.host, p.phone, p.state, p.city, total.score,
                         row_number() OVER (PARTITION BY p.id ORDER BY total.score DESC, p.likeness DESC, p.ref) AS place
                  FROM (SELECT b.id, t.ref, t.master_id, t.intake_id, l.likeness,
                               shq.match_name_points(b.name, t.name, l.likeness) AS name,
                               shq.match_points(b.host, t.host, 35, -10) AS host,
                               shq.match_points(b.phone, t.phone, 15, -5) AS phone,
                               shq.match_points(b.state, t.state, 5, -20) AS state,
                               shq.match_points(b.city, t.city, 10, -10) AS city
                        FROM match_candidate c
                        JOIN match_mine b ON b.id = c.id
                        JOIN match_theirs t ON t.ref = c.ref AND (t.master_id IS NOT NULL OR t.intake_id < b.id)
                        CROSS JOIN LATERAL (SELECT coalesce(%1$s, 0)::real AS likeness) l) p
                  CROSS JOIN LATERAL (SELECT least(100, p.name + p.host + p.phone + p.state + p.city) AS score) total
                  WHERE total.score >= %2$d) s
            WHERE s.place <= %3$d""";
    private static final String RUN = """
            INSERT INTO shq.match_run (batch, within_batch, compared, compared_with, candidates, executor)
            SELECT :batch, :within, :compared, :with, count(*), :executor FROM match_found
            RETURNING match_run_id AS id, batch, within_batch, compared, compared_with, candidates, executor, found_at AS at""";
    private static final String KEEP = """
            INSERT INTO shq.match_pair (match_run_id, batch, intake_id, master_id, other_intake_id, score, likeness, name_points,
                                        host_points, phone_points, state_points, city_points)
            SELECT :run, :batch, f.id, f.master_id, f.intake_id, f.score, f.likeness, f.name, f.host, f.phone, f.state, f.city
            FROM match_found f
            ORDER BY f.score DESC, f.id""";

    private final Handle handle;
    private final String batch;
    private final boolean within;
    private long done;

    MatchSearch(Handle handle, String batch, boolean within) {
        this.handle = handle;
        this.batch = batch;
        this.within = within;
    }

    MatchRun run(String executor) {
        IdempotencyKey.lock(handle, "shq.match " + batch);
        refuseUnknown();
        handle.execute("SET LOCAL work_mem = '128MB'; SET LOCAL jit = off");
        handle.createUpdate(MINE).bind("batch", batch).execute();
        long compared = counted("match_mine");
        handle.execute(THEIRS);
        long with = compared == 0 ? 0 : theirs();
        make("match_key", KEYS);
        make("match_block", BLOCKS);
        tell(make("match_candidate", CANDIDATES));
        handle.execute(FOUND.formatted(likeness(), MatchThresholds.LOWEST, KEPT_OF_EACH));
        return keep(compared, with, executor);
    }

    private void refuseUnknown() {
        boolean known = handle.createQuery("SELECT EXISTS (SELECT FROM intake.company_raw_intake i WHERE i.import_batch_id = :batch)")
                .bind("batch", batch).mapTo(Boolean.class).one();
        if (!known) {
            throw StewardException.refused("There is no batch " + batch + " in intake.", "`steward status` shows the batches.");
        }
    }

    /// Master in slices, between which the work tells how far it is; the batch itself is one more.
    private long theirs() {
        long rows = handle.createQuery("""
                SELECT greatest(c.reltuples, 0)::bigint FROM pg_class c WHERE c.oid = 'marketing.company_master'::regclass""")
                .mapTo(Long.class).one();
        int slices = (int) Math.min(20, 1 + rows / SLICE);
        for (int slice = 0; slice < slices; slice++) {
            inherited(slice, OF_MASTER.formatted(slice, slices));
        }
        long of = done;
        if (within) {
            inherited(slices, OF_BATCH.formatted(slices));
        }
        return of;
    }

    private void inherited(int slice, String statement) {
        tell(make("match_theirs_" + slice, statement));
        handle.execute("ALTER TABLE match_theirs_" + slice + " INHERIT match_theirs");
    }

    /// Makes a table and lets the planner know it; returns its number of rows.
    private long make(String table, String statement) {
        handle.execute(statement);
        return counted(table);
    }

    private long counted(String table) {
        handle.execute("ANALYZE " + table);
        return handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one();
    }

    private void tell(long rows) {
        done += rows;
        Work.progress(done);
    }

    /// pg_trgm's similarity where the database has it, else ours, which says the same but takes longer.
    private String likeness() {
        return handle.createQuery("""
                SELECT quote_ident(n.nspname) || '.similarity(b.name, t.name)'
                FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'""")
                .mapTo(String.class).findOne().orElse("shq.match_likeness(shq.match_pieces(b.name), shq.match_pieces(t.name))");
    }

    private MatchRun keep(long compared, long with, String executor) {
        MatchRun run = handle.createQuery(RUN).bind("batch", batch).bind("within", within).bind("compared", compared).bind("with", with)
                .bind("executor", executor).map(ConstructorMapper.of(MatchRun.class)).one();
        handle.createUpdate("DELETE FROM shq.match_pair p WHERE p.batch = :batch").bind("batch", batch).execute();
        handle.createUpdate(KEEP).bind("run", run.id()).bind("batch", batch).execute();
        Statistics.refresh(handle, run.candidates(), List.of("shq.match_pair"));
        return run;
    }
}
