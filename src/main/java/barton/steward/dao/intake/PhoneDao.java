package barton.steward.dao.intake;

import barton.steward.model.query.Selection;
import java.util.Collection;
import java.util.Map;

/// The phones of records of intake, of which only the numbering plans of the world tell what they are.
public interface PhoneDao {
    /// A phone as it was written, and the region of its record: two letters, or `?` where its country is not understood.
    record Phone(String written, String region) {
    }

    /// A phone and what the database takes it for: E.164, or null for none.
    record Reading(String written, String region, String e164) {
        public Phone phone() {
            return new Phone(written, region);
        }
    }

    /// The phones of people of a batch that are not E.164 yet, each once. Who is promoted or rejected does not count.
    Collection<Phone> written(String batch);

    /// Puts numbers in place of what was written, as one action in the history; says the same of a person, so validations stay.
    /// @return how many people were changed
    long replace(String batch, Map<Phone, String> numbers, String executor);

    /// The phones of rows of intake that no program has looked at and that are not plainly of North America, each once.
    Collection<Reading> unknown(Selection rows);

    /// Keeps what phones are: E.164, or null for none.
    void keep(Collection<Reading> known);
}
