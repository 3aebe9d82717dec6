package barton.steward.dao.slot;

import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedRows;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.query.Selection;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Slots that are added to many companies, or removed, in a few statements.
final class SlotBulk {
    private static final String SAME = "lower(%1$s.slot_type) = lower(:type::text) AND lower(%1$s.slot_label) = lower(:label::text)";
    private static final String TO_ADD = "CREATE TEMPORARY TABLE slot_to_add (company TEXT PRIMARY KEY) ON COMMIT DROP";
    /// Ids are drawn: those that others draw at this moment, or two companies drew, are drawn again.
    private static final String ADD = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label, created_at)
            SELECT shq.draw_slot_id(a.company), a.company, :type, :label, now() FROM pg_temp.slot_to_add a
            WHERE NOT EXISTS (SELECT FROM marketing.company_slots s WHERE s.company_unique_id = a.company AND %s)
            ON CONFLICT DO NOTHING""".formatted(SAME.formatted("s"));

    private static final String WANTED = """
            WITH w AS MATERIALIZED (SELECT t.company_unique_id AS company, <mark> AS mark <from> WHERE <lacking>),
            a AS (INSERT INTO pg_temp.slot_to_add (company) SELECT w.company FROM w RETURNING 1)
            SELECT (SELECT count(*) FROM a) AS rows, <these> AS announced""";
    private static final String LOCK = """
            WITH locked AS MATERIALIZED (SELECT <key> <from> WHERE <selected> ORDER BY <key> <how> OF t)
            SELECT count(*) FROM locked""";

    private SlotBulk() {
    }

    /// How many lack the slot, and whether they are those that were announced.
    private record Wanted(long rows, boolean announced) {
    }

    /// Companies that have no such slot.
    static Sql lacking(Selection companies, String type, String label) {
        return of(companies, Table.MASTER).and(Sql.of("NOT EXISTS (SELECT FROM marketing.company_slots s"
                + " WHERE s.company_unique_id = t.company_unique_id AND " + SAME.formatted("s") + ")"))
                .bind("type", type).bind("label", label);
    }

    /// Slots that can go: nobody is in them, and none is a company's default slot.
    static Sql removable(Selection slots) {
        return of(slots, Table.SLOTS).and(Sql.of("lower(btrim(coalesce(t.slot_type, ''))) <> 'default' AND NOT EXISTS ("
                + "SELECT FROM marketing.people_master p WHERE p.company_slot_unique_id = t.company_slot_unique_id)"));
    }

    static AuditedChange.Outcome add(Handle handle, AuditedChange recorded, Selection companies, String type, String label,
            long announced) {
        lock(handle, companies, "FOR NO KEY UPDATE");
        handle.execute(TO_ADD);
        Source master = Source.of(Table.MASTER);
        Wanted found = Sql.of(WANTED).with("mark", ExpectedRows.mark(master)).with("from", master.from())
                .with("lacking", lacking(companies, type, label))
                .with("these", ExpectedRows.areThese("(SELECT " + ExpectedRows.digest("w.mark") + " FROM w)"))
                .query(handle).map(ConstructorMapper.of(Wanted.class)).one();
        long wanted = found.rows();
        if (wanted != announced || wanted == 0 || !found.announced()) {
            return new AuditedChange.Outcome(wanted, 0);
        }
        for (long added = 0; added < wanted;) {
            added += handle.createUpdate(ADD).bind("type", type).bind("label", label).execute();
        }
        return recorded.inserted(handle, Sql.of("t.company_unique_id IN (SELECT a.company FROM pg_temp.slot_to_add a) AND "
                + SAME.formatted("t")).bind("type", type).bind("label", label));
    }

    /// Whoever puts a person into a slot meanwhile waits, or is seen by the next statement.
    static AuditedChange.Outcome remove(Handle handle, AuditedChange recorded, Selection slots, long announced) {
        lock(handle, slots, "FOR UPDATE");
        return recorded.delete(handle, removable(slots), OptionalLong.of(announced));
    }

    private static void lock(Handle handle, Selection rows, String how) {
        Source source = Source.of(rows.table());
        Sql.of(LOCK).with("key", source.key().expression()).with("from", source.from()).with("selected", Predicates.of(rows))
                .with("how", how).query(handle).mapTo(Long.class).one();
    }

    private static Sql of(Selection rows, Table table) {
        if (rows.table() != table) {
            throw new IllegalArgumentException("not rows of " + table + ": " + rows.table());
        }
        return Predicates.of(rows);
    }
}
