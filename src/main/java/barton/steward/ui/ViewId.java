package barton.steward.ui;

import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.ui.support.Messages;
import java.util.Arrays;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views of the window, in the order of the navigation, each with its own keys; `table` is null for those that show no table.
enum ViewId {
    OVERVIEW(null, Feather.GRID, "Shortcut+1"),
    BATCH(null, Feather.PACKAGE, "Shortcut+B"),
    INTAKE(Table.INTAKE, Feather.INBOX, "Shortcut+2"),
    PEOPLE_INTAKE(Table.PEOPLE_INTAKE, Feather.USER_PLUS, "Shift+Shortcut+2"),
    MASTER(Table.MASTER, Feather.DATABASE, "Shortcut+3"),
    MATCHES(null, Feather.COPY, "Shortcut+4"),
    SLOTS(Table.SLOTS, Feather.LAYERS, "Shortcut+5"),
    PEOPLE(Table.PEOPLE, Feather.USERS, "Shortcut+6"),
    COMPANY_SIDECARS(Table.COMPANY_SIDECARS, Feather.BRIEFCASE, "Shortcut+7"),
    PEOPLE_SIDECARS(Table.PEOPLE_SIDECARS, Feather.USER_CHECK, "Shortcut+8"),
    LOG(Table.LOG, Feather.CHECK_SQUARE, "Shortcut+9"),
    RULES(null, Feather.SLIDERS, "Shortcut+Shift+R");

    private final Table table;
    private final Ikon icon;
    private final KeyCombination keys;

    ViewId(Table table, Ikon icon, String keys) {
        this.table = table;
        this.icon = icon;
        this.keys = KeyCombination.valueOf(keys);
    }

    Table table() {
        return table;
    }

    Ikon icon() {
        return icon;
    }

    String title() {
        return switch (this) {
            case OVERVIEW -> Messages.get("overview.title");
            case BATCH -> Messages.get("batch.title");
            case MATCHES -> Messages.get("matches.title");
            case RULES -> Messages.get("rules.title");
            default -> Messages.table(table);
        };
    }

    /// The keys that open it, wherever the keyboard is.
    KeyCombination keys() {
        return keys;
    }

    static ViewId of(Table table) {
        return Arrays.stream(values()).filter(p -> p.table == table).findFirst().orElseThrow();
    }

    /// The view that was in sight when the window was left, else the first.
    static ViewId remembered(Preferences preferences) {
        return preferences.get("place", ViewId.class).orElse(OVERVIEW);
    }
}
