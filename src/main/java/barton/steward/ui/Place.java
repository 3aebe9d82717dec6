package barton.steward.ui;

import barton.steward.model.Table;
import barton.steward.ui.support.Messages;
import java.util.Arrays;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views of the window, in the order of the navigation; `table` is null for those that show no table.
enum Place {
    OVERVIEW(null, Feather.GRID),
    INTAKE(Table.INTAKE, Feather.INBOX),
    MASTER(Table.MASTER, Feather.DATABASE),
    MATCHES(null, Feather.COPY),
    SLOTS(Table.SLOTS, Feather.LAYERS),
    PEOPLE(Table.PEOPLE, Feather.USERS),
    COMPANY_SIDECARS(Table.COMPANY_SIDECARS, Feather.BRIEFCASE),
    PEOPLE_SIDECARS(Table.PEOPLE_SIDECARS, Feather.USER_CHECK),
    LOG(Table.LOG, Feather.CHECK_SQUARE);

    private final Table table;
    private final Ikon icon;

    Place(Table table, Ikon icon) {
        this.table = table;
        this.icon = icon;
    }

    Table table() {
        return table;
    }

    Ikon icon() {
        return icon;
    }

    String title() {
        return table == null ? Messages.get(this == MATCHES ? "matches.title" : "overview.title") : Messages.table(table);
    }

    String shortcut() {
        return "Shortcut+" + (ordinal() + 1);
    }

    static Place of(Table table) {
        return Arrays.stream(values()).filter(p -> p.table == table).findFirst().orElseThrow();
    }
}
