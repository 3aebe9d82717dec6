package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.CopyStream;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.SearchUpkeep;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.intake.ImportedFiles.Brought;
import barton.steward.db.Database;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.Countries;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.Repeats;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Takes rows into intake by COPY in text format, a few kilobytes at a time.
public final class JdbiImportDao implements ImportDao {
    private static final String KEEP = """
            INSERT INTO shq.import_detail (request_id, batch, row_count) VALUES (:request, :batch, :rows) RETURNING import_no""";
    private static final String EARLIER = """
            SELECT d.batch, d.row_count AS rows, (SELECT max(f.action_id) FROM shq.import_file f WHERE f.import_no = d.import_no) AS action
            FROM shq.import_detail d WHERE d.request_id = :request""";
    /// What this transaction put into intake since a number: of rows that other imports write meanwhile, `xmin` is another.
    private static final String BROUGHT = """
            SELECT range_agg(int8range(t.id, t.id, '[]'))::text AS ids, count(*) AS rows FROM %s t
            WHERE t.id > :before AND t.xmin::text::bigint = pg_current_xact_id()::text::bigint %% 4294967296""";

    /// What tells the rows of one import from those of others, and what becomes of them.
    private static final List<String> TELLING = Stream.of(IntakeFields.ID, IntakeFields.IMPORT_BATCH_ID, IntakeFields.VALIDATED,
            IntakeFields.VALIDATION_NOTES).map(Field::name).toList();

    private final Database database;

    public JdbiImportDao(Database database) {
        this.database = database;
    }

    @Override
    public Imported copy(String batch, BatchUse use, String executor, UUID request, List<Part> parts) {
        return IdempotencyKey.once(database, request, handle -> earlier(handle, request),
                handle -> copy(handle, batch, use, executor, request, parts));
    }

    /// The same as a part of a transaction, which looks for itself whether the request was done.
    public static Imported copy(Handle handle, String batch, BatchUse use, String executor, UUID request, List<Part> parts) {
        var files = new ImportedFiles(handle);
        parts.forEach(part -> files.claim(batch, part, use));
        List<Brought> brought = parts.stream().map(part -> bring(handle, part)).toList();
        long rows = brought.getFirst().rows();
        long importNo = handle.createQuery(KEEP).bind("request", request).bind("batch", batch).bind("rows", rows)
                .mapTo(Long.class).one();
        return new Imported(batch, rows, files.keep(importNo, batch, use, parts, brought, executor));
    }

    /// What a request took in already.
    public static Optional<Imported> earlier(Handle handle, UUID request) {
        return handle.createQuery(EARLIER).bind("request", request).map(ConstructorMapper.of(Imported.class)).findOne();
    }

    private static Brought bring(Handle handle, Part part) {
        String table = part.table().qualifiedName();
        long before = handle.createQuery("SELECT coalesce(max(t.id), 0) FROM " + table + " t").mapTo(Long.class).one();
        long rows = copy(handle, part);
        // Numbers need not grow: an adopted table may take them from elsewhere.
        return rows == 0 ? new Brought(0, null) : LongStream.of(before, Long.MIN_VALUE)
                .mapToObj(from -> handle.createQuery(BROUGHT.formatted(table)).bind("before", from)
                        .map(ConstructorMapper.of(Brought.class)).one())
                .filter(found -> found.rows() == rows).findFirst().orElse(new Brought(rows, null));
    }

    private static long copy(Handle handle, Part part) {
        if (!fillable(part.table()).containsAll(part.columns())) {
            throw new IllegalArgumentException("not for an import: " + part.columns());
        }
        String table = part.table().qualifiedName();
        String copy = "COPY " + table + " (" + String.join(", ", part.columns()) + ") FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')";
        var search = SearchUpkeep.begin(handle, part.table());
        long rows = part.besides() ? inPortions(handle, part, copy) : CopyStream.copy(handle, copy, part.producer()::produce);
        search.settle();
        Statistics.refresh(handle, rows, table, TELLING);
        return rows;
    }

    private static long inPortions(Handle handle, Part part, String copy) {
        var portions = new Portions(handle, part.table(), part.columns(), copy);
        part.producer().produce(portions);
        return portions.finish();
    }

    private static Set<String> fillable(Table table) {
        if (!table.isIntake()) {
            throw new IllegalArgumentException("no table of intake: " + table);
        }
        return Stream.concat(table.editableFields().stream(),
                Stream.of(IntakeFields.IMPORT_BATCH_ID, IntakeFields.VALIDATION_NOTES)).map(Field::name).collect(Collectors.toSet());
    }

    @Override
    public Repeats repeats(Table table, List<String> columns, Producer rows) {
        return database.longWrite(handle -> new RepeatedRows(handle, table, columns).count(rows));
    }

    @Override
    public Map<String, String> besides(Table table, long id) {
        return database.read(handle -> handle.createQuery("""
                SELECT c.key, c.value FROM shq.intake_extra x CROSS JOIN LATERAL jsonb_each_text(x.cells) AS c (key, value)
                WHERE x.entity = :entity AND x.intake_id = :id ORDER BY c.key
                """).bind("entity", Entity.ofIntake(table).orElseThrow().word()).bind("id", id)
                .reduceRows(new LinkedHashMap<>(), (cells, row) -> {
                    cells.put(row.getColumn("key", String.class), row.getColumn("value", String.class));
                    return cells;
                }));
    }

    @Override
    public BatchContent content(Table table, String batch) {
        return database.read(handle -> new ImportedFiles(handle).content(table, batch));
    }

    @Override
    public List<EarlierImport> earlier(Table table, String sha256) {
        return database.read(handle -> new ImportedFiles(handle).earlier(table, sha256));
    }

    @Override
    public Map<String, Integer> longest(Table table) {
        return database.read(handle -> handle.createQuery("""
                SELECT column_name, character_maximum_length FROM information_schema.columns
                WHERE table_schema || '.' || table_name = :table AND character_maximum_length IS NOT NULL
                """).bind("table", table.qualifiedName()).reduceRows(new HashMap<>(), (limits, row) -> {
                    limits.put(row.getColumn("column_name", String.class), row.getColumn("character_maximum_length", Integer.class));
                    return limits;
                }));
    }

    @Override
    public boolean batchInUse(String batch) {
        return database.read(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT FROM intake.company_raw_intake WHERE import_batch_id = :batch)
                    OR EXISTS (SELECT FROM intake.people_raw_intake WHERE import_batch_id = :batch)
                    OR EXISTS (SELECT FROM shq.cleared_intake WHERE import_batch_id = :batch)
                    OR EXISTS (SELECT FROM marketing.company_master WHERE import_batch_id = :batch)
                    OR EXISTS (SELECT FROM public.shq_validation_log WHERE validation_run_id = :batch)
                    OR EXISTS (SELECT FROM shq.import_file WHERE batch = :batch)
                """).bind("batch", batch).mapTo(Boolean.class).one());
    }

    @Override
    public Countries countries() {
        return database.read(handle -> new Countries(
                handle.createQuery("SELECT c.name, c.code FROM shq.country_name c").reduceRows(new HashMap<>(), (names, row) -> {
                    names.put(row.getColumn("name", String.class), row.getColumn("code", String.class));
                    return names;
                }),
                Set.copyOf(handle.createQuery("SELECT p.value FROM shq.placeholder p").mapTo(String.class).list())));
    }
}
