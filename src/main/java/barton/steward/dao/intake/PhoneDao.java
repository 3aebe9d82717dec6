package barton.steward.dao.intake;

import java.util.Collection;
import java.util.Map;

/// The phones of people in intake that are not E.164 yet.
public interface PhoneDao {
    /// A phone as it was written, and the country of its person (blank where none is given).
    record Phone(String written, String country) {
    }

    /// What is written in a batch, each once. People who are promoted or rejected do not count.
    Collection<Phone> written(String batch);

    /// Puts numbers in place of what was written, as one action in the history; says the same of a person, so validations stay.
    /// @return how many people were changed
    long replace(String batch, Map<Phone, String> numbers, String executor);
}
