package barton.steward.dao.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiPhoneDao implements PhoneDao {
    private static final List<Field> PHONES = List.of(PeopleIntakeFields.WORK_PHONE, PeopleIntakeFields.PERSONAL_PHONE);
    private static final String OPEN = "t.import_batch_id = :batch AND NOT shq.is_rejected(t.validation_notes) AND NOT "
            + IntakeStatusSql.promoted(Table.PEOPLE_INTAKE);
    private static final String WRITTEN = """
            SELECT DISTINCT p.phone AS written, coalesce(t.country::text, '') AS country
            FROM intake.people_raw_intake t
            CROSS JOIN LATERAL (VALUES (t.work_phone::text), (t.personal_phone::text)) AS p (phone)
            WHERE %s AND shq.filled(p.phone) IS NOT NULL AND p.phone !~ '^[+][1-9][0-9]{6,14}$'""".formatted(OPEN);

    private final Database database;

    public JdbiPhoneDao(Database database) {
        this.database = database;
    }

    @Override
    public Collection<Phone> written(String batch) {
        return database.read(handle -> handle.createQuery(WRITTEN).bind("batch", batch)
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
        return database.longWrite(handle -> {
            PromotionLock.share(handle, "change of rows", executor);
            return recorded.update(handle, where, assignments, OptionalLong.empty()).rows();
        });
    }

    private static String key(Phone phone) {
        return phone.country() + "\n" + phone.written();
    }

    private static String key(Field phone) {
        return "(coalesce(t.country::text, '') || E'\\n' || t." + phone.name() + "::text)";
    }
}
