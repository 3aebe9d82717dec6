package barton.steward.dao.query;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import java.util.stream.Collectors;

/// What stewards decided about a row of intake `t` by looking at it, as SQL.
public final class ReviewedSql {
    /// Of a review `r`, that the action in which it was made was not taken back.
    public static final String STANDS = "NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = r.action_id)";

    private ReviewedSql() {
    }

    /// The content of `t` as a review keeps it. A column that is empty counts as none, so that a new one makes no review void.
    public static String content(Entity entity) {
        return entity.intake().fields().stream().filter(Field::isContent).map(f -> "'" + f.name() + "', t." + f.name())
                .collect(Collectors.joining(", ", "md5(jsonb_strip_nulls(jsonb_build_object(", "))::text)"));
    }

    /// The reviews `r` of `t` as it is now that were not taken back.
    public static String standing(Entity entity) {
        return "FROM shq.review r WHERE r.entity = '" + entity.word() + "' AND r.intake_id = t.id AND r.seen = " + content(entity)
                + " AND " + STANDS;
    }

    /// Something of the last decision about `t` as it is now; NULL where there is none.
    static String decided(Entity entity, String what) {
        return "SELECT " + what + " " + standing(entity) + " AND r.verdict <> 'skipped' ORDER BY r.review_no DESC LIMIT 1";
    }
}
