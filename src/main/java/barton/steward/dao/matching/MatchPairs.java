package barton.steward.dao.matching;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchParts;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.query.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
            SELECT p.pair_id, p.batch, p.score, p.likeness, p.name_points, p.host_points, p.phone_points, p.state_points, p.city_points,
                   p.intake_id, p.master_id, p.other_intake_id, p.decision_id, p.decision, p.executor, p.decided_at, p.changed_since
            FROM shq.match_pair_state() p
            WHERE""";
    private static final String ORDER = "ORDER BY p.score DESC, p.pair_id LIMIT ?";
    static final String SHOWN = "p.score >= (SELECT s.shown FROM shq.match_setting s)";

    private MatchPairs() {
    }

    /// A pair without its rows, whose keys it has.
    private record Bare(long id, String batch, int score, double likeness, MatchParts parts, Long intake, String master, Long other,
                        Optional<MatchDecision> decision, boolean changedSince) {
        static Bare of(ResultSet result) throws SQLException {
            var parts = new MatchParts(result.getInt(5), result.getInt(6), result.getInt(7), result.getInt(8), result.getInt(9));
            Optional<MatchDecision> decision = result.getObject(13) == null ? Optional.empty()
                    : Optional.of(new MatchDecision(result.getLong(13), MatchVerdict.of(result.getString(14)), result.getString(15),
                            result.getObject(16, OffsetDateTime.class).toInstant()));
            return new Bare(result.getLong(1), result.getString(2), result.getInt(3), result.getFloat(4), parts, result.getLong(10),
                    result.getString(11), result.getObject(12, Long.class), decision, result.getBoolean(17));
        }

        Optional<MatchPair> with(Map<Object, Row> intake, Map<Object, Row> master) {
            Row one = intake.get(this.intake);
            Row two = this.master == null ? intake.get(other) : master.get(this.master);
            return one == null || two == null ? Optional.empty()
                    : Optional.of(new MatchPair(id, batch, score, likeness, parts, one, two, decision, changedSince));
        }
    }

    static List<MatchPair> page(Handle handle, String batch, PairFilter filter, Optional<MatchPair> after, int limit) {
        Sql where = Sql.of("p.batch = ? AND " + SHOWN, batch).and(Sql.of(switch (filter) {
            case UNDECIDED -> "p.state IN ('open', 'later')";
            case DECIDED -> "p.state IN ('same', 'different')";
            case ALL -> "true";
        }));
        if (after.isPresent()) {
            where = where.and(Sql.of("p.score <= ? AND (p.score < ? OR p.pair_id > ?)", after.get().score(), after.get().score(),
                    after.get().id()));
        }
        return read(handle, where, limit);
    }

    static Optional<MatchPair> one(Handle handle, long id) {
        return read(handle, Sql.of("p.pair_id = ?", id), 1).stream().findFirst();
    }

    private static List<MatchPair> read(Handle handle, Sql where, int limit) {
        List<Bare> bare = Sql.of(PAIRS).then(where).then(ORDER, limit).query(handle).map((result, context) -> Bare.of(result)).list();
        Map<Object, Row> intake = rows(handle, Table.INTAKE, "bigint", bare, b -> b.intake);
        intake.putAll(rows(handle, Table.INTAKE, "bigint", bare, b -> b.master == null ? b.other : null));
        Map<Object, Row> master = rows(handle, Table.MASTER, "text", bare, b -> b.master);
        return bare.stream().flatMap(b -> b.with(intake, master).stream()).toList();
    }

    private static Map<Object, Row> rows(Handle handle, Table table, String type, List<Bare> pairs, Function<Bare, Object> key) {
        Source source = Source.of(table);
        Object[] keys = pairs.stream().map(key).filter(Objects::nonNull).distinct().toArray();
        return Sql.of(source.select() + source.from() + " WHERE " + source.key().expression() + " = ANY (?::" + type + "[])", (Object) keys)
                .query(handle).map((result, context) -> source.row(result)).stream().collect(Collectors.toMap(Row::key, r -> r));
    }
}
