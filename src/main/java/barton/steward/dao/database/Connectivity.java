package barton.steward.dao.database;

import barton.steward.model.StewardException;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether the database answers, as whoever asks it anything finds out.
public interface Connectivity {
    /// Follows from now on. The sink is called, on the thread of whoever asked, with why the database could not be asked; and with
    /// nothing where it answered again after that. One question that failed is no proof: the others may get their answers.
    /// @return what ends it
    Runnable watch(Consumer<Optional<StewardException>> sink);

    /// Asks the database for nothing, on a connection opened for that; our own server is started again where it died.
    /// @throws StewardException where it does not answer within seconds
    void probe();
}
