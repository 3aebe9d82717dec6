package barton.steward.dao.matching;

import barton.steward.dao.change.CopyStream;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Statistics;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.likeness.Candidates;
import barton.steward.model.likeness.Learning;
import barton.steward.model.likeness.Matcher;
import barton.steward.model.likeness.Traits;
import barton.steward.model.matching.MatchRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Looks for the pairs of a batch, in one transaction: the rows of the batch are compared with the records of master, and with each other,
/// that have a key in common with them.
final class MatchSearch {
    private static final int LEARNED_FROM = 8_000;
    private static final double SAMPLE = 20_000;
    private static final int FETCHED = 5_000;
    private static final int OTHERS_OF_A_KEY = 300;
    private static final String RUN = """
            INSERT INTO shq.match_run (entity, batch, within_batch, compared, compared_with, candidates, executor)
            VALUES (:entity, :batch, :within, :compared, :with, :found, :executor)
            RETURNING match_run_id AS id, batch, within_batch, compared, compared_with, candidates, executor, found_at AS at""";

    private final Handle handle;
    private final String batch;
    private final boolean within;
    private final MatchedRecords kind;
    private final Traits traits;
    private final RecordReader records;
    private final List<Long> ids = new ArrayList<>();
    private final List<Object[]> mine = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Candidates candidates = new Candidates();

    MatchSearch(Handle handle, MatchedRecords kind, String batch, boolean within) {
        this.handle = handle;
        this.kind = kind;
        this.traits = kind.traits();
        this.batch = batch;
        this.within = within;
        this.records = new RecordReader(handle, kind);
    }

    MatchRun run(String executor) {
        IdempotencyKey.lock(handle, "shq.match " + kind.entity().word() + " " + batch);
        refuseUnknown();
        records.batch(batch, (id, folded) -> {
            candidates.add(mine.size(), traits.keys(folded));
            ids.add(Long.valueOf(id));
            mine.add(folded);
        });
        long with = mine.isEmpty() ? 0 : handle.createQuery("SELECT count(*) FROM "
                + kind.entity().master().qualifiedName()).mapTo(Long.class).one();
        return keep(with, mine.isEmpty() ? List.of() : found(with), executor);
    }

    private void refuseUnknown() {
        boolean known = handle.createQuery("SELECT EXISTS (SELECT FROM " + kind.entity().intake().qualifiedName()
                + " i WHERE i.import_batch_id = :batch)")
                .bind("batch", batch).mapTo(Boolean.class).one();
        if (!known) {
            throw StewardException.refused("There is no batch " + batch + " in intake.", "`steward status` shows the batches.");
        }
    }

    private List<FoundPair> found(long with) {
        var keys = new MasterKeys(handle, records, kind);
        keys.refresh();
        var numbers = new HashMap<String, Integer>();
        keys.find(candidates.keys(), OTHERS_OF_A_KEY, (key, id) -> candidates.addOther(key, numbers.computeIfAbsent(id, _ -> {
            others.add(id);
            return others.size() - 1;
        })));
        long[] withMaster = candidates.withOthers();
        long[] amongThem = within ? candidates.amongThem() : new long[0];
        Matcher matcher = learn(with, withMaster, amongThem);
        var found = new ArrayList<FoundPair>();
        compareWithMaster(withMaster, matcher, found);
        Arrays.stream(amongThem).parallel().mapToObj(pair -> FoundPair.of(matcher, mine.get(upper(pair)), mine.get(lower(pair)),
                ids.get(upper(pair)), null, ids.get(lower(pair)))).filter(FoundPair::isKept).sequential().forEach(found::add);
        found.sort(Comparator.comparingDouble(FoundPair::odds).reversed().thenComparing(FoundPair::intake));
        return found;
    }

    private static int upper(long pair) {
        return (int) (pair >> 32);
    }

    private static int lower(long pair) {
        return (int) pair;
    }

    private Matcher learn(long with, long[] withMaster, long[] amongThem) {
        var learning = new Learning(traits);
        int step = (int) Math.ceil(mine.size() / SAMPLE);
        for (int i = 0; i < mine.size(); i += step) {
            learning.sample(mine.get(i));
        }
        if (with > 0) {
            records.sample(Math.min(100, 100 * SAMPLE / with), (_, folded) -> learning.sample(folded));
        }
        var random = new Random(mine.size());
        long[] someOfMaster = some(withMaster, random);
        long[] someAmong = some(amongThem, random);
        var pairs = new ArrayList<Object[][]>(someOfMaster.length + someAmong.length);
        eachWithMaster(someOfMaster, (one, pair) -> pairs.add(new Object[][] {one, mine.get(lower(pair))}));
        for (long pair : someAmong) {
            pairs.add(new Object[][] {mine.get(upper(pair)), mine.get(lower(pair))});
        }
        double all = (double) mine.size() * with + (within ? mine.size() * (mine.size() - 1.0) / 2 : 0);
        double share = pairs.size() / Math.max(1.0, withMaster.length + amongThem.length);
        return learning.learn(pairs, all, share);
    }

    /// So many of the pairs, in their order.
    private static long[] some(long[] pairs, Random random) {
        if (pairs.length <= LEARNED_FROM) {
            return pairs;
        }
        return random.ints(0, pairs.length).distinct().limit(LEARNED_FROM).sorted().mapToLong(i -> pairs[i]).toArray();
    }

    /// What is done with a record of master and a pair that it is in.
    @FunctionalInterface
    private interface WithMaster {
        void accept(Object[] master, long pair);
    }

    private void eachWithMaster(long[] pairs, WithMaster what) {
        for (int from = 0; from < pairs.length;) {
            int to = from;
            var portion = new ArrayList<String>();
            while (to < pairs.length && portion.size() < FETCHED) {
                int other = upper(pairs[to]);
                portion.add(others.get(other));
                while (to < pairs.length && upper(pairs[to]) == other) {
                    to++;
                }
            }
            Map<String, Object[]> read = HashMap.newHashMap(portion.size());
            records.master(portion.toArray(String[]::new), read::put);
            for (int i = from; i < to; i++) {
                Object[] master = read.get(others.get(upper(pairs[i])));
                if (master != null) {
                    what.accept(master, pairs[i]);
                }
            }
            Work.progress(to);
            from = to;
        }
    }

    private void compareWithMaster(long[] pairs, Matcher matcher, List<FoundPair> found) {
        eachWithMaster(pairs, (master, pair) -> {
            FoundPair compared = FoundPair.of(matcher, mine.get(lower(pair)), master, ids.get(lower(pair)), others.get(upper(pair)), null);
            if (compared.isKept()) {
                found.add(compared);
            }
        });
    }

    private MatchRun keep(long with, List<FoundPair> found, String executor) {
        MatchRun run = handle.createQuery(RUN).bind("entity", kind.entity())
                .bind("batch", batch).bind("within", within).bind("compared", mine.size()).bind("with", with)
                .bind("found", found.size()).bind("executor", executor).map(ConstructorMapper.of(MatchRun.class)).one();
        handle.createUpdate("DELETE FROM shq.match_pair p WHERE p.batch = :batch AND p.entity = :entity").bind("batch", batch)
                .bind("entity", kind.entity()).execute();
        Map<String, String> origins = origins(found);
        CopyStream.copy(handle, """
                COPY shq.match_pair (entity, match_run_id, batch, intake_id, master_id, other_intake_id, score, likeness, name_points,
                                     host_points,
                                     phone_points, state_points, city_points, reasons) FROM STDIN""",
                sink -> found.forEach(pair -> sink.accept(pair.cells(kind.entity().word(), run.id(), batch, origins.get(pair.master())))));
        Statistics.refresh(handle, found.size(), List.of("shq.match_pair"));
        return run;
    }

    /// The rows of intake that records of master came from.
    private Map<String, String> origins(List<FoundPair> found) {
        String[] masters = found.stream().map(FoundPair::master).filter(id -> id != null).distinct().toArray(String[]::new);
        return handle.createQuery("""
                SELECT r.<key> AS id, r.source_record_id AS origin FROM <master> r
                WHERE r.<key> = ANY (:ids::text[]) AND r.source_system = 'intake_promotion'
                  AND r.source_record_id ~ '^[0-9]{1,18}$'""".replace("<key>", kind.entity().master().key().name())
                .replace("<master>", kind.entity().master().qualifiedName())).bind("ids", masters)
                .reduceRows(new HashMap<>(), (map, row) -> {
                    map.put(row.getColumn("id", String.class), row.getColumn("origin", String.class));
                    return map;
                });
    }
}
