package barton.steward.model.update;

import barton.steward.catalog.Word;

/// Which side wins where a file and a record say different things of a field. Nothing is overwritten unless it is said.
public enum Winner implements Word {
    /// The record; the file only fills what the record leaves empty.
    FILL,
    /// The file, also where it says nothing: then the field becomes empty, unless it must not.
    FILE,
    /// The record, also where it is empty.
    RECORD;

    @Override
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
