package barton.steward.cli.importing;

import barton.steward.model.file.FileOptions;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How a file is to be read, where it is not found out rightly.
public final class ReadingOptions {
    @Option(names = "--encoding", paramLabel = "NAME", description = "The file's encoding, for example windows-1252. Default: what its"
            + " bytes tell, UTF-8 where they tell nothing.")
    private Charset encoding;

    @Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiter.class,
            description = "What stands between the cells: a character or the word tab. Default: the one that fits.")
    private Character delimiter;

    @Option(names = "--sheet", paramLabel = "NAME", description = "The sheet of a workbook, by its name or number. Default: the one with"
            + " most of the headers that are known.")
    private String sheet;

    @ArgGroup
    private Header header = new Header();

    @Option(names = "--uneven-rows", description = "Fill up rows that end early, and keep cells beyond the header, instead of refusing such"
            + " rows.")
    private boolean uneven;

    public FileOptions options() {
        return new FileOptions(Optional.ofNullable(encoding), Optional.ofNullable(delimiter), Optional.ofNullable(sheet),
                header.none ? Optional.of(0L) : Optional.ofNullable(header.line), uneven);
    }

    private static final class Header {
        @Option(names = "--header-line", paramLabel = "N", description = "The line of the header. Default: where it is found.")
        private Long line;

        @Option(names = "--no-header", description = "The file has no header; its columns are called \"column 1\", \"column 2\" and so on.")
        private boolean none;
    }
}
