package barton.steward.ui.palette;

import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.util.Duration;

/// Finds the first companies and people that have a text, in the background, once typing has paused. Where that fails there are none.
final class RecordSearch {
    private static final int LEAST_LETTERS = 3;
    private static final int MOST = 5;
    private static final Duration TYPING = Duration.millis(200);
    private static final List<Table> TABLES = List.of(Table.MASTER, Table.PEOPLE, Table.INTAKE, Table.PEOPLE_INTAKE);

    private final AppContext context;
    private final Consumer<List<PaletteEntry>> sink;
    private final Channel channel;
    private final Delay pause;
    private String text = "";

    RecordSearch(AppContext context, Consumer<List<PaletteEntry>> sink) {
        this.context = context;
        this.sink = sink;
        this.channel = context.tasks().channel();
        this.pause = context.tasks().delay(TYPING, this::read);
    }

    void search(String typed) {
        text = typed.strip();
        channel.drop();
        if (text.length() < LEAST_LETTERS) {
            pause.stop();
        } else {
            pause.restart();
        }
    }

    private void read() {
        String asked = text;
        channel.run(Messages.get("palette.searching"), () -> TABLES.stream().flatMap(table -> first(table, asked)).toList(),
                rows -> sink.accept(rows.stream().map(this::entry).toList()), failure -> { });
    }

    private Stream<Row> first(Table table, String asked) {
        Query query = Query.all(table).searching(asked).sortedBy(Sort.usual(table));
        return context.session().tables().page(query, Optional.empty(), MOST).stream();
    }

    private PaletteEntry entry(Row row) {
        return new PaletteEntry(Titles.of(row), Messages.table(row.table()), "", () -> context.openRecord(row.table(), row.key()));
    }
}
