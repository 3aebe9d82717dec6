package barton.steward.dao.change;

import barton.steward.model.intake.InputRecord;
import java.util.function.Consumer;

/// Hands the records of a file to the sink, each key once; called again from the start where the transaction has to be repeated.
@FunctionalInterface
public interface Records {
    void each(Consumer<InputRecord> sink);
}
