package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.query.Selection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiPhoneDao implements PhoneDao {
    private static final List<Field> PHONES = List.of(PeopleIntakeFields.WORK_PHONE, PeopleIntakeFields.PERSONAL_PHONE);
    private static final String OPEN = "t.import_batch_id = :batch AND NOT shq.is_rejected(t.validation_notes) AND NOT "
            + IntakeStatusSql.promoted(Table.PEOPLE_INTAKE);
    private static final String WRITTEN = """
            SELECT DISTINCT p.phone AS written, shq.region(t.country::text) AS region
            FROM intake.people_raw_intake t
            CROSS JOIN LATERAL (VALUES (t.work_phone::text), (t.personal_phone::text)) AS p (phone)
            WHERE %s AND shq.filled(p.phone) IS NOT NULL AND p.phone !~ '^[+][1-9][0-9]{6,14}$'""".formatted(OPEN);

    private static final String UNKNOWN = """
            SELECT d.written, d.region, shq.phone(d.written, d.country) AS e164
            FROM (SELECT DISTINCT ON (p.phone, shq.region(t.<country>::text)) p.phone AS written, shq.region(t.<country>::text) AS region,
                         t.<country>::text AS country
                  <from> CROSS JOIN LATERAL (VALUES <phones>) AS p (phone)
                  WHERE <where>) d
            WHERE NOT EXISTS (SELECT FROM shq.known_phone k WHERE k.written = d.written AND k.region = d.region)""";
    private static final String UNSURE = """
            length(p.phone) <= 100 AND shq.filled(p.phone) IS NOT NULL
            AND (shq.north_american(translate(p.phone, ' ().-/', '')) IS NULL
                 OR p.phone NOT LIKE '+%%' AND NOT shq.is_north_american(shq.region(t.%s::text)))""";
    private static final String KEEP = """
            INSERT INTO shq.known_phone (written, region, e164)
            SELECT k.written, k.region, k.e164 FROM unnest(:written::text[], :regions::text[], :e164::text[]) AS k (written, region, e164)
            ON CONFLICT (written, region) DO UPDATE SET e164 = EXCLUDED.e164, looked_at = now()""";

    private final Access reading;
    private final Access longReading;
    private final Access longWriting;

    /// How a statement gets its connection.
    private interface Access {
        <T> T with(Function<Handle, T> work);
    }


    public JdbiPhoneDao(Database database) {
        this(database::read, database::longRead, database::longWrite);
    }

    private JdbiPhoneDao(Access reading, Access longReading, Access longWriting) {
        this.reading = reading;
        this.longReading = longReading;
        this.longWriting = longWriting;
    }

    /// In a transaction that goes on.
    public static PhoneDao within(Handle handle) {
        Access access = new Access() {
            @Override
            public <T> T with(Function<Handle, T> work) {
                return work.apply(handle);
            }
        };
        return new JdbiPhoneDao(access, access, access);
    }

    @Override
    public Collection<Phone> written(String batch) {
        return reading.with(handle -> handle.createQuery(WRITTEN).bind("batch", batch)
                .map(ConstructorMapper.of(Phone.class)).list());
    }

    @Override
    public long replace(String batch, Map<Phone, String> numbers, String executor) {
        String[] written = new String[numbers.size()];
        String[] e164 = new String[numbers.size()];
        int n = 0;
        for (var entry : numbers.entrySet()) {
            written[n] = key(entry.getKey());
            e164[n++] = entry.getValue();
        }
        Sql known = Sql.of("jsonb_object(:written::text[], :e164::text[])").bind("written", written).bind("e164", e164);
        var assignments = new LinkedHashMap<Field, Sql>();
        PHONES.forEach(f -> assignments.put(f, Sql.of("coalesce(").then(known).then("->> " + key(f) + ", t." + f.name() + ")")));
        // Who names `validated` says that the record is as valid as it was.
        assignments.put(IntakeFields.VALIDATED, Sql.of("t.validated"));
        Sql any = Sql.joined(" OR ", PHONES.stream().map(f -> known.then("->> " + key(f) + " IS NOT NULL")).toList());
        Sql where = Sql.of(OPEN + " AND (<any>)").with("any", any).bind("batch", batch);
        var recorded = new AuditedChange(Table.PEOPLE_INTAKE, "normalise", "Wrote the phones of batch " + batch + " as E.164", executor);
        return longWriting.with(handle -> {
            PromotionLock.share(handle, "change of rows", executor);
            return recorded.update(handle, where, assignments, OptionalLong.empty()).rows();
        });
    }

    @Override
    public Collection<Reading> unknown(Selection rows) {
        Entity entity = Entity.ofIntake(rows.table()).orElseThrow();
        List<Field> phones = entity.phones().isEmpty() ? List.of(IntakeFields.COMPANY_PHONE) : entity.phones();
        Sql statement = Sql.of(UNKNOWN).with("country", entity.country().name()).with("from", Source.of(rows.table()).from())
                .with("phones", phones.stream().map(f -> "(t." + f.name() + "::text)").collect(Collectors.joining(", ")))
                .with("where", Predicates.of(rows).and(Sql.of(UNSURE.formatted(entity.country().name()))));
        return longReading.with(handle -> statement.query(handle).map(ConstructorMapper.of(Reading.class)).list());
    }

    @Override
    public void keep(Collection<Reading> known) {
        longWriting.with(handle -> handle.createUpdate(KEEP).bind("written", texts(known, Reading::written))
                .bind("regions", texts(known, Reading::region)).bind("e164", texts(known, Reading::e164)).execute());
    }

    private static String[] texts(Collection<Reading> known, Function<Reading, String> of) {
        return known.stream().map(of).toArray(String[]::new);
    }

    private static String key(Phone phone) {
        return phone.region() + "\n" + phone.written();
    }

    private static String key(Field phone) {
        return "(shq.region(t.country::text) || E'\\n' || t." + phone.name() + "::text)";
    }
}
