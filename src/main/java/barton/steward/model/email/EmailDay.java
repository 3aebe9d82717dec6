package barton.steward.model.email;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The people created on one day (null: nobody knows when), how many of them have a verified e-mail address, and the share in percent.
public record EmailDay(LocalDate date, long contacts, long verified, BigDecimal rate) {
}
