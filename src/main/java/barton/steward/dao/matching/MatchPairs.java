package barton.steward.dao.matching;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchParts;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.query.Row;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads pairs with the rows of both sides.
final class MatchPairs {
    private static final String PAIRS = """
            SELECT p.pair_id AS id, p.batch, p.score, p.likeness, p.name_points, p.host_points, p.phone_points, p.state_points,
                   p.city_points, p.intake_id, p.master_id, p.other_intake_id, p.decision_id, p.decision, p.executor, p.decided_at,
                   p.changed_since, (SELECT k.reasons FROM shq.match_pair k WHERE k.pair_id = p.pair_id) AS reasons
            FROM <pairs> p
            WHERE <where>
            ORDER BY p.score DESC, p.pair_id LIMIT :limit""";

    private MatchPairs() {
    }

    /// A pair without its rows, whose keys it has.
    private record Bare(long id, String batch, int score, double likeness, MatchParts parts, List<Reason> reasons, Long intake,
            String master, Long other,
                        Optional<MatchDecision> decision, boolean changedSince) {
        static Bare of(ResultSet result) throws SQLException {
            var parts = new MatchParts(result.getInt("name_points"), result.getInt("host_points"), result.getInt("phone_points"),
                    result.getInt("state_points"), result.getInt("city_points"));
            Optional<MatchDecision> decision = result.getObject("decision_id") == null ? Optional.empty()
                    : Optional.of(new MatchDecision(result.getLong("decision_id"), MatchVerdict.of(result.getString("decision")),
                            result.getString("executor"), result.getObject("decided_at", OffsetDateTime.class).toInstant()));
            return new Bare(result.getLong("id"), result.getString("batch"), result.getInt("score"), result.getFloat("likeness"), parts,
                    reasons(result.getArray("reasons")), result.getLong("intake_id"), result.getString("master_id"),
                            result.getObject("other_intake_id", Long.class), decision,
                    result.getBoolean("changed_since"));
        }

        private static List<Reason> reasons(Array kept) throws SQLException {
            return kept == null ? List.of() : Arrays.stream((String[]) kept.getArray()).map(text -> text.split("\t"))
                    .map(cells -> new Reason(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]))).toList();
        }

        Optional<MatchPair> with(Map<Object, Row> intake, Map<Object, Row> master) {
            Row one = intake.get(this.intake);
            Row two = this.master == null ? intake.get(other) : master.get(this.master);
            return one == null || two == null ? Optional.empty()
                    : Optional.of(new MatchPair(id, batch, score, likeness, parts, reasons, one, two, decision, changedSince));
        }
    }

    static List<MatchPair> page(Handle handle, MatchedRecords kind, String batch, PairFilter filter, Optional<MatchPair> after, int limit) {
        Sql where = Sql.of("p.batch = :batch AND " + kind.shown()).bind("batch", batch).and(Sql.of(switch (filter) {
            case UNDECIDED -> "p.state IN ('open', 'later')";
            case DECIDED -> "p.state IN ('same', 'different')";
            case ALL -> "true";
        }));
        if (after.isPresent()) {
            where = where.and(Sql.of("p.score <= :score AND (p.score < :score OR p.pair_id > :pair)")
                    .bind("score", after.get().score()).bind("pair", after.get().id()));
        }
        return read(handle, kind, where, limit);
    }

    static Optional<MatchPair> one(Handle handle, MatchedRecords kind, long id) {
        return read(handle, kind, Sql.of("p.pair_id = :pair").bind("pair", id), 1).stream().findFirst();
    }

    private static List<MatchPair> read(Handle handle, MatchedRecords kind, Sql where, int limit) {
        List<Bare> bare = Sql.of(PAIRS).with("pairs", kind.pairs()).with("where", where).bind("limit", limit).query(handle)
                .map((result, context) -> Bare.of(result)).list();
        Map<Object, Row> intake = rows(handle, kind.entity().intake(), "bigint", bare, b -> b.intake);
        intake.putAll(rows(handle, kind.entity().intake(), "bigint", bare, b -> b.master == null ? b.other : null));
        Map<Object, Row> master = rows(handle, kind.entity().master(), "text", bare, b -> b.master);
        return bare.stream().flatMap(b -> b.with(intake, master).stream()).toList();
    }

    private static Map<Object, Row> rows(Handle handle, Table table, String type, List<Bare> pairs, Function<Bare, Object> key) {
        Source source = Source.of(table);
        Object[] keys = pairs.stream().map(key).filter(Objects::nonNull).distinct().toArray();
        return Sql.of("<select> <from> WHERE <key> = ANY (:keys::<type>[])").with("select", source.select()).with("from", source.from())
                .with("key", source.key().expression()).with("type", type).bind("keys", keys).query(handle)
                .map((result, context) -> source.row(result)).stream().collect(Collectors.toMap(Row::key, r -> r));
    }
}
