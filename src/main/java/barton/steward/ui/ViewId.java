package barton.steward.ui;

import barton.steward.catalog.Table;
import barton.steward.ui.support.Messages;
import java.util.Arrays;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views of the window, in the order of the navigation; `table` is null for those that show no table.
enum ViewId {
    OVERVIEW(null, Feather.GRID),
    INTAKE(Table.INTAKE, Feather.INBOX),
    PEOPLE_INTAKE(Table.PEOPLE_INTAKE, Feather.USER_PLUS),
    MASTER(Table.MASTER, Feather.DATABASE),
    MATCHES(null, Feather.COPY),
    SLOTS(Table.SLOTS, Feather.LAYERS),
    PEOPLE(Table.PEOPLE, Feather.USERS),
    COMPANY_SIDECARS(Table.COMPANY_SIDECARS, Feather.BRIEFCASE),
    PEOPLE_SIDECARS(Table.PEOPLE_SIDECARS, Feather.USER_CHECK),
    LOG(Table.LOG, Feather.CHECK_SQUARE),
    RULES(null, Feather.SLIDERS);

    private final Table table;
    private final Ikon icon;

    ViewId(Table table, Ikon icon) {
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
        return switch (this) {
            case OVERVIEW -> Messages.get("overview.title");
            case MATCHES -> Messages.get("matches.title");
            case RULES -> Messages.get("rules.title");
            default -> Messages.table(table);
        };
    }

    /// The digits in their order on the keyboard, 0 after 9; the people of intake have that of intake with Shift.
    KeyCombination keys() {
        if (this == PEOPLE_INTAKE) {
            return KeyCombination.valueOf("Shift+" + INTAKE.keys().getName());
        }
        int place = ordinal() - (compareTo(PEOPLE_INTAKE) > 0 ? 1 : 0);
        return KeyCombination.valueOf("Shortcut+" + (place + 1) % 10);
    }

    static ViewId of(Table table) {
        return Arrays.stream(values()).filter(p -> p.table == table).findFirst().orElseThrow();
    }
}
