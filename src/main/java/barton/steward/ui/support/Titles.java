package barton.steward.ui.support;

import barton.steward.config.Visible;
import barton.steward.model.query.Row;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a record is called.
public final class Titles {
    private Titles() {
    }

    public static String of(Row row) {
        String name = row.table().title().stream().map(row::text).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return name.isBlank() ? Messages.get("record.unnamed") : Visible.value(name);
    }
}
