package barton.steward.service.file;

/// The rows of a file one by one, as they stand there, its header and what is around its table among them. Memory does not grow with
/// their number.
interface RowSource extends AutoCloseable {
    /// The next row, or null where there is none; one that says nothing has no cells, or blank ones.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read any further
    FileRow next();

    @Override
    void close();
}
