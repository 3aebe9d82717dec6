package barton.steward.service;

import barton.steward.dao.Records;
import barton.steward.model.Incoming;
import barton.steward.model.TakeReport;
import barton.steward.model.TakeReport.Misfit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The records of a file on their way to a data access object, and those among them that cannot be taken.
final class Taking {
    private final List<Misfit> misfits = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private long refused;
    private Consumer<Incoming> sink;

    /// Reads the file by handing records to [#take(Incoming)] and [#refuse].
    interface Reading {
        void read(Taking taking);
    }

    /// @param writing what is done with the records
    static TakeReport of(Reading file, Function<Records, TakeReport> writing) {
        var taking = new Taking();
        TakeReport report = writing.apply(to -> {
            taking.begin(to);
            file.read(taking);
        });
        var all = Stream.concat(taking.misfits.stream(), report.misfits().stream()).limit(TakeReport.MOST_MISFITS).toList();
        return new TakeReport(report.added(), report.changed(), report.unchanged(), report.conflicts(), report.refused() + taking.refused,
                all, report.run(), report.actions());
    }

    private void begin(Consumer<Incoming> to) {
        sink = to;
        misfits.clear();
        keys.clear();
        refused = 0;
    }

    void take(Incoming record) {
        if (keys.add(record.key())) {
            sink.accept(record);
        } else {
            refuse(record.line(), record.key(), "it stands in the file a second time");
        }
    }

    void refuse(long line, String key, String reason) {
        refused++;
        if (misfits.size() < TakeReport.MOST_MISFITS) {
            misfits.add(new Misfit(line, key, reason));
        }
    }
}
