package barton.steward.dao.profile;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.change.CopyStream;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.Profile;
import barton.steward.model.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiProfileDao implements ProfileDao {
    private static final String RULES = """
            SELECT f.field, array_agg(DISTINCT f.rule_code ORDER BY f.rule_code) AS codes
            FROM shq.finding f WHERE f.entity = :entity AND f.severity = 'error' GROUP BY 1""";
    /// What a table of PostgreSQL can have, with some to spare.
    private static final int MOST_COLUMNS = 1_000;
    private static final String COPY = "COPY pg_temp.steward_profile FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')";
    private static final String BEFORE = """
            WITH own AS (
                SELECT f.mapping, ARRAY(SELECT h.value FROM jsonb_each_text(f.mapping) AS h (key, value) ORDER BY 1) AS headers, f.import_no
                FROM shq.import_file f
                WHERE f.table_name = :table AND f.batch = :batch AND f.mapping IS NOT NULL ORDER BY f.import_no LIMIT 1),
            earlier AS (
                SELECT f.batch, max(f.import_no) AS import_no, bool_or(f.mapping = o.mapping) AS same
                FROM own o JOIN shq.import_file f ON f.import_no < o.import_no AND f.table_name = :table AND f.batch <> :batch
                WHERE f.mapping = o.mapping
                   OR ARRAY(SELECT h.value FROM jsonb_each_text(f.mapping) AS h (key, value) ORDER BY 1) = o.headers
                GROUP BY 1)
            SELECT e.batch FROM earlier e
            WHERE (e.same OR NOT EXISTS (SELECT FROM earlier s WHERE s.same))
              AND EXISTS (SELECT FROM <intake> t WHERE t.import_batch_id = e.batch)
            ORDER BY e.import_no DESC LIMIT :most""";

    private final Database database;

    public JdbiProfileDao(Database database) {
        this.database = database;
    }

    private record FieldRules(String field, List<String> codes) {
    }

    @Override
    public Profile profile(Selection rows) {
        Entity entity = Entity.ofIntake(rows.table()).orElseThrow();
        Source source = Source.of(rows.table());
        Sql where = Predicates.of(rows);
        return database.longRead(handle -> {
            Map<String, FieldRules> rules = handle.createQuery(RULES).bind("entity", entity.word())
                    .map(ConstructorMapper.of(FieldRules.class)).stream().collect(Collectors.toMap(FieldRules::field, Function.identity()));
            long count = count(handle, source, where);
            List<Field> fields = rows.table().editableFields();
            var columns = new ArrayList<ColumnProfile>();
            for (Field field : fields) {
                columns.add(ColumnScan.of(source.column(field), source.from(), where, entity,
                        rules.containsKey(field.name()) ? rules.get(field.name()).codes() : List.of()).read(handle));
                Work.progress(count * columns.size() / fields.size());
            }
            return new Profile(count, List.copyOf(columns));
        });
    }

    @Override
    public Profile profile(List<String> headers, Consumer<Consumer<String[]>> rows) {
        if (headers.size() > MOST_COLUMNS) {
            throw StewardException.refused("The file has more than %,d columns.".formatted(MOST_COLUMNS), "Leave some of them out.");
        }
        List<String> names = IntStream.range(0, headers.size()).mapToObj(i -> "c" + i).toList();
        return database.longWrite(handle -> {
            handle.execute("CREATE TEMPORARY TABLE steward_profile (" + String.join(" TEXT, ", names) + " TEXT) ON COMMIT DROP");
            long count = CopyStream.copy(handle, COPY, rows);
            handle.execute("ANALYZE pg_temp.steward_profile");
            var columns = new ArrayList<ColumnProfile>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(ColumnScan.ofText(headers.get(i), "t." + names.get(i), " FROM pg_temp.steward_profile t").read(handle));
                Work.progress(count * columns.size() / headers.size());
            }
            return new Profile(count, List.copyOf(columns));
        });
    }

    private static long count(Handle handle, Source source, Sql where) {
        return Sql.of("SELECT count(*) <from> WHERE <where>").with("from", source.from()).with("where", where).query(handle)
                .mapTo(Long.class).one();
    }

    @Override
    public List<String> before(Entity entity, String batch, int most) {
        return database.read(handle -> handle.createQuery(BEFORE.replace("<intake>", entity.intake().qualifiedName()))
                .bind("table", entity.intake().qualifiedName()).bind("batch", batch).bind("most", most).mapTo(String.class).list());
    }
}
