package barton.steward.model.alert;

import java.math.BigDecimal;
import java.time.Instant;

/// One thing that wants attention.
///
/// @param entity     `company` or `person`; null where it is about runs
/// @param subject    the run, the kind of runs or the batch that it is about; null where it is about the whole
/// @param records    how many records, of `UNLIKE` how many columns, it is about
/// @param value      what was compared: a rate in percent, days, or the records in master; null where nothing was
/// @param limitValue with what; null where any is too many
/// @param since      null where nobody knows
/// @param detail     what else is to be said; null where nothing is
public record Alert(AlertKind check, String entity, String subject, long records, BigDecimal value, BigDecimal limitValue, Instant since,
                    String detail) {
    /// Whether it is news for somebody who was told that it is about so many records; null: who was told nothing. A tenth more is news.
    public boolean isNewTo(Long told) {
        return told == null || records > told && records * 10 >= told * 11;
    }

    /// By which it is known again.
    public String key() {
        return check.word() + "/" + (entity == null ? "" : entity) + "/" + (subject == null ? "" : subject);
    }
}
