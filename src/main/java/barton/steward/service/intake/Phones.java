package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.intake.PhoneDao;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import java.util.HashMap;
import java.util.function.Supplier;

/// Writes the phones of people in intake as E.164. What cannot be read as a number stays as it is, and so does one with an extension.
public final class Phones {
    private final PhoneDao dao;
    private final String executor;

    public Phones(PhoneDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Does something with a batch, after the phones of its people. Who hears that nothing was done is told of the phones, which were.
    public <T> T before(Entity entity, String batch, Supplier<T> work) {
        long written = entity.phones().isEmpty() ? 0 : normalise(batch);
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

    private long normalise(String batch) {
        var numbers = new HashMap<PhoneDao.Phone, String>();
        for (PhoneDao.Phone phone : dao.written(batch)) {
            if (PhoneNumber.read(phone.written(), phone.country()) instanceof PhoneNumber.Value(String e164, String extension)
                    && extension.isBlank()) {
                numbers.put(phone, e164);
            }
        }
        return numbers.isEmpty() ? 0 : dao.replace(batch, numbers, executor);
    }
}
