package barton.steward.service.intake;

import barton.steward.dao.change.Records;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.intake.ImportSummary.RejectedRow;
import barton.steward.model.intake.InputRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The records of a file on their way to a data access object, and those among them that cannot be taken.
public final class FileImport {
    private final List<RejectedRow> misfits = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private long refused;
    private Consumer<InputRecord> sink;

    /// Reads the file by handing records to [#accept(InputRecord)] and [#refuse].
    public interface Reading {
        void read(FileImport importing);
    }

    /// @param writing what is done with the records
    public static ImportSummary of(Reading file, Function<Records, ImportSummary> writing) {
        var importing = new FileImport();
        ImportSummary report = writing.apply(to -> {
            importing.begin(to);
            file.read(importing);
        });
        var all = Stream.concat(importing.misfits.stream(), report.misfits().stream()).limit(ImportSummary.MOST_MISFITS).toList();
        return new ImportSummary(report.added(), report.changed(), report.unchanged(), report.conflicts(), report.refused()
                + importing.refused,
                all, report.run(), report.actions(), report.earlier());
    }

    private void begin(Consumer<InputRecord> to) {
        sink = to;
        misfits.clear();
        keys.clear();
        refused = 0;
    }

    public void accept(InputRecord record) {
        if (keys.add(record.key())) {
            sink.accept(record);
        } else {
            refuse(record.line(), record.key(), "it stands in the file a second time");
        }
    }

    public void refuse(long line, String key, String reason) {
        refused++;
        if (misfits.size() < ImportSummary.MOST_MISFITS) {
            misfits.add(new RejectedRow(line, key, reason));
        }
    }
}
