package barton.steward.service;

import barton.steward.dao.PhoneDao;
import java.util.HashMap;

/// Writes the phones of people in intake as E.164. What cannot be read as a number stays as it is, and so does one with an extension.
final class Phones {
    private final PhoneDao dao;

    Phones(PhoneDao dao) {
        this.dao = dao;
    }

    long normalise(String batch, String executor) {
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
