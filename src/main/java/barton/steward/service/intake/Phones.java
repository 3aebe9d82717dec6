package barton.steward.service.intake;

import barton.steward.dao.intake.PhoneDao;
import java.util.HashMap;

/// Writes the phones of people in intake as E.164. What cannot be read as a number stays as it is, and so does one with an extension.
public final class Phones {
    private final PhoneDao dao;

    public Phones(PhoneDao dao) {
        this.dao = dao;
    }

    public long normalise(String batch, String executor) {
        var numbers = new HashMap<PhoneDao.Phone, String>();
        for (PhoneDao.Phone phone : dao.written(batch)) {
            if (PhoneNumber.read(phone.written(), phone.country()) instanceof PhoneNumber.Value(String e164, String extension)
                    && extension.isBlank()) {
                numbers.put(phone, e164);
            }
        }
        if (!numbers.isEmpty()) {
            return dao.replace(batch, numbers, executor);
        }
        return 0;
    }
}
