package barton.steward.model.intake;

/// What an import may find in its batch.
public enum BatchUse {
    /// Nothing: the batch is made by the import.
    NEW,
    /// Rows, to which those of the file are added; but not those of the same file.
    APPEND,
    /// Also rows of the same file, which are there once more then.
    AGAIN
}
