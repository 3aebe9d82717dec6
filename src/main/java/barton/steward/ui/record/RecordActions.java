package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Table;
import barton.steward.model.database.Permission;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.SlotActions;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with the record shown, beside editing its fields.
final class RecordActions extends HBox {
    private final AppContext context;

    RecordActions(AppContext context) {
        this.context = context;
        getStyleClass().add("drawer-actions");
        managedProperty().bind(visibleProperty());
    }

    void show(Row row) {
        getChildren().setAll(switch (row.table()) {
            case MASTER -> List.of(button("addslot", Feather.PLUS, () -> context.addSlot(row.key().toString())),
                    sidecar(Table.COMPANY_SIDECARS, row));
            case PEOPLE -> List.of(sidecar(Table.PEOPLE_SIDECARS, row));
            case COMPANY_SIDECARS, PEOPLE_SIDECARS -> List.of(sidecar(row.table(), row));
            case SLOTS -> List.of(button("removeslot", Feather.TRASH_2, () -> removeSlot(row)));
            default -> List.of();
        });
        List.copyOf(getChildren()).forEach(n -> {
            Permission needed = n.getId().equals("record-sidecar") ? Permission.SIDECARS : Permission.SLOTS;
            Explained.unless(context.permissions().refusalProperty(needed), (Button) n);
        });
        setVisible(!getChildren().isEmpty());
    }

    private Button sidecar(Table sidecars, Row row) {
        return button("sidecar", Feather.LAYERS, () -> context.setSidecar(sidecars, row.key().toString()));
    }

    private void removeSlot(Row slot) {
        new BulkDialogs(context).start(SlotActions.remove(context.session()), Target.of(slot));
    }

    private static Button button(String command, Ikon icon, Runnable run) {
        var button = new Button(Messages.get("command." + command), new FontIcon(icon));
        button.setId("record-" + command);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setOnAction(e -> run.run());
        return button;
    }
}
