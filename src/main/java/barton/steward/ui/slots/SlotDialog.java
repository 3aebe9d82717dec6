package barton.steward.ui.slots;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.task.Delay;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Adds a slot to a company.
public final class SlotDialog {
    private static final double LINE = 30;
    private static final double WIDTH = 500;

    private final AppContext context;
    private final SlotViewModel model;

    private SlotDialog(AppContext context) {
        this.context = context;
        this.model = new SlotViewModel(context.session(), context.tasks());
    }

    /// @param company the id of the company to begin with; blank for none
    public static void open(AppContext context, String company) {
        new SlotDialog(context).show(company);
    }

    private void show(String company) {
        var type = new TextField();
        type.setId("slot-type");
        type.textProperty().bindBidirectional(model.typeProperty());
        var label = new TextField();
        label.setId("slot-label");
        label.setPromptText(Messages.get("slot.label.prompt"));
        label.textProperty().bindBidirectional(model.labelProperty());
        var chosen = new Label();
        chosen.setId("slot-company");
        chosen.getStyleClass().add("form-heading");
        chosen.setWrapText(true);
        chosen.textProperty().bind(model.companyProperty().map(SlotDialog::name).orElse(Messages.get("slot.company.none")));
        var content = new VBox(Nodes.labelled(Messages.get("slot.find"), finder()), companies(), chosen,
                Nodes.labelled(Messages.get("slot.type"), type), Nodes.labelled(Messages.get("slot.label"), label),
                new ProblemLine("slot-problem", model.problemProperty()));
        content.getStyleClass().add("form");
        var box = new ModalBox("slot", Messages.get("slot.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("slot-ok", Messages.get("slot.ok"), () -> model.add(slot -> added(box, slot)));
        Explained.when(model.ready(), Messages.get("whynot.slot"), ok);
        context.dialogs().show(box);
        if (company.isBlank()) {
            model.find("");
        } else {
            model.choose(company);
            label.requestFocus();
        }
    }

    private TextField finder() {
        var finder = new TextField();
        finder.setId("slot-find");
        Delay typing = context.tasks().delay(Duration.millis(200), () -> model.find(finder.getText()));
        finder.textProperty().addListener(o -> typing.restart());
        return finder;
    }

    private ListView<Row> companies() {
        var list = new ListView<Row>(model.companies());
        list.setId("slot-companies");
        list.setAccessibleText(Messages.get("slot.find"));
        list.setFixedCellSize(LINE);
        list.setPrefSize(WIDTH, LINE * 5 + 2);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : name(row));
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return list;
    }

    private void added(ModalBox box, Row slot) {
        box.close();
        context.changed(Table.SLOTS, Table.MASTER);
        context.notices().say(Messages.get("slot.added", slot.text(SlotFields.SLOT_LABEL), slot.text(SlotFields.COMPANY_NAME)),
                Messages.get("slot.show"), () -> context.openRecord(Table.SLOTS, slot.key()));
    }

    private static String name(Row company) {
        String state = company.text(MasterFields.STATE_ABBREV);
        return company.text(MasterFields.COMPANY_NAME) + (state == null ? "" : ", " + state) + "   " + company.key();
    }
}
