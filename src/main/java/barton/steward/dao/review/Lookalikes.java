package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.Sql;
import barton.steward.model.review.Lookalike;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Finds records in master and in intake that records of intake look like: by the pairs of the search for matches, and by what indexes
/// find at once, the host of the website and the name. A few for each record, what says most first.
final class Lookalikes {
    private static final String COMPANIES = """
            SELECT k.id AS of, a.found_in AS "table", a.key, a.name, a.by, a.score
            FROM unnest(:ids::bigint[]) AS k (id)
            JOIN intake.company_raw_intake t ON t.id = k.id
            CROSS JOIN LATERAL (
                (SELECT 1 AS place, 'master' AS found_in, m.company_unique_id::text AS key, m.company_name::text AS name, 'match' AS by,
                        p.score::integer AS score
                 FROM shq.match_pair p JOIN marketing.company_master m ON m.company_unique_id = p.master_id
                 WHERE p.intake_id = t.id AND p.entity = 'company'
                   AND p.score >= (SELECT s.shown FROM shq.match_setting s) ORDER BY p.score DESC LIMIT 3)
                UNION ALL
                (SELECT 2, 'intake', o.id::text, o.company::text, 'match', p.score::integer
                 FROM shq.match_pair p JOIN intake.company_raw_intake o ON o.id = p.other_intake_id
                 WHERE p.intake_id = t.id AND p.entity = 'company'
                   AND p.score >= (SELECT s.shown FROM shq.match_setting s) ORDER BY p.score DESC LIMIT 3)
                UNION ALL
                (SELECT 3, 'master', m.company_unique_id::text, m.company_name::text, 'host', NULL
                 FROM marketing.company_master m
                 WHERE shq.host_2(m.website_url::text) = shq.host_2(t.website::text) AND m.source_record_id IS DISTINCT FROM t.id::text
                 LIMIT 3)
                UNION ALL
                (SELECT 4, 'master', m.company_unique_id::text, m.company_name::text, 'name', NULL
                 FROM marketing.company_master m
                 WHERE m.company_name = t.company AND length(m.company_name) <= 600 AND m.source_record_id IS DISTINCT FROM t.id::text
                 LIMIT 3)
                UNION ALL
                (SELECT 5, 'intake', o.id::text, o.company::text, 'name', NULL
                 FROM intake.company_raw_intake o
                 WHERE o.company = t.company AND length(o.company) <= 600 AND o.id <> t.id LIMIT 3)) AS a
            ORDER BY k.id, a.place, a.score DESC, a.key""";
    private static final String PEOPLE = """
            SELECT k.id AS of, a.found_in AS "table", a.key, a.name, a.by, NULL::integer AS score
            FROM unnest(:ids::bigint[]) AS k (id)
            JOIN intake.people_raw_intake t ON t.id = k.id
            CROSS JOIN LATERAL (
                (SELECT 1 AS place, 'people' AS found_in, m.unique_id::text AS key, m.full_name::text AS name,
                        CASE WHEN lower(btrim(m.email::text)) = lower(btrim(t.email::text)) THEN 'email' ELSE 'name' END AS by
                 FROM marketing.people_master m
                 WHERE m.full_name = t.first_name || ' ' || t.last_name AND length(m.full_name) <= 600
                   AND m.source_record_id IS DISTINCT FROM t.id::text LIMIT 3)
                UNION ALL
                (SELECT 2, 'people_intake', o.id::text, o.first_name || ' ' || o.last_name,
                        CASE WHEN lower(btrim(o.email::text)) = lower(btrim(t.email::text)) THEN 'email' ELSE 'name' END
                 FROM intake.people_raw_intake o
                 WHERE o.first_name || ' ' || o.last_name = t.first_name || ' ' || t.last_name AND o.id <> t.id LIMIT 3)) AS a
            ORDER BY k.id, a.by, a.place, a.key""";
    private static final Map<Entity, Sql> STATEMENTS = Map.of(Entity.COMPANY, Sql.of(COMPANIES), Entity.PERSON, Sql.of(PEOPLE));

    private Lookalikes() {
    }

    public record Found(long of, @Nested Lookalike alike) {
    }

    /// By the ids of the records; those that look like none are missing.
    static Map<Long, List<Lookalike>> of(Handle handle, Entity entity, List<Long> ids) {
        return STATEMENTS.get(entity).bind("ids", ids.toArray()).query(handle).map(ConstructorMapper.of(Found.class)).stream()
                .collect(Collectors.groupingBy(Found::of, Collectors.collectingAndThen(Collectors.toList(), Lookalikes::eachOnce)));
    }

    private static List<Lookalike> eachOnce(List<Found> found) {
        var once = new LinkedHashMap<String, Lookalike>();
        found.forEach(f -> once.putIfAbsent(f.alike().table() + " " + f.alike().key(), f.alike()));
        return List.copyOf(once.values());
    }
}
