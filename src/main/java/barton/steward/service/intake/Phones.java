package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.dao.intake.PhoneDao;
import barton.steward.dao.intake.PhoneDao.Reading;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Supplier;

/// Tells the database what the phones of records of intake are by the numbering plans of the world, and writes those of people as E.164.
/// What cannot be read as a number stays as it is, and so does one with an extension.
public final class Phones {
    private final PhoneDao dao;
    private final String executor;

    public Phones(PhoneDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Does something with a batch, after its phones. Who hears that nothing was done is told of the phones that were written anew.
    public <T> T before(Entity entity, String batch, Supplier<T> work) {
        long written = prepare(entity, batch);
        try {
            return work.get();
        } catch (StewardException e) {
            if (written == 0) {
                throw e;
            }
            throw new StewardException(e.kind(), "%s Before that, the phones of %s were written as E.164; they stay so."
                    .formatted(e.getMessage(), Counted.of(written, "person", "people")), e.advice(), e);
        }
    }

    /// Writes the phones of a batch's people as E.164, and tells the database what all its phones are.
    /// @return how many people were changed
    public long prepare(Entity entity, String batch) {
        long written = entity.phones().isEmpty() ? 0 : normalise(batch);
        learn(Selection.all(Query.all(entity.intake()).where(Condition.is(IntakeFields.IMPORT_BATCH_ID, batch))));
        return written;
    }

    private long normalise(String batch) {
        var numbers = new HashMap<PhoneDao.Phone, String>();
        for (PhoneDao.Phone phone : dao.written(batch)) {
            if (PhoneNumber.read(phone.written(), phone.region()) instanceof PhoneNumber.Value(String e164, String extension)
                    && extension.isBlank()) {
                numbers.put(phone, e164);
            }
        }
        return numbers.isEmpty() ? 0 : dao.replace(batch, numbers, executor);
    }

    /// Tells the database what the phones of rows are. Only what is something else than it takes them for has to be kept.
    void learn(Selection rows) {
        var known = dao.unknown(rows).stream()
                .filter(phone -> !Objects.equals(phone.e164(), e164(phone.phone())))
                .map(phone -> new Reading(phone.written(), phone.region(), e164(phone.phone()))).toList();
        if (!known.isEmpty()) {
            dao.keep(known);
        }
    }

    private static String e164(PhoneDao.Phone phone) {
        return PhoneNumber.read(phone.written(), phone.region()) instanceof PhoneNumber.Value(String e164, String _) ? e164 : null;
    }
}
