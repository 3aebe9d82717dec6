package barton.steward.ui.matches;

import barton.steward.catalog.Table;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The records of a group beside each other, field by field, each with a sign that says whether it agrees with what most of them say.
final class GroupTable extends GridPane {
    private static final double NAMES = 110;
    private static final double VALUES = 190;

    private final PairGroup group;
    private final GroupList groups;

    /// @param open told of the row whose record is to be opened
    GroupTable(PairGroup group, GroupList groups, Consumer<Row> open) {
        this.group = group;
        this.groups = groups;
        getStyleClass().add("compare-grid");
        getColumnConstraints().add(new ColumnConstraints(NAMES));
        for (int i = 0; i < group.records().size(); i++) {
            getColumnConstraints().add(new ColumnConstraints(VALUES));
            add(head(i, open), i + 1, 0);
        }
        int line = 1;
        for (MatchField field : MatchField.of(group.records().getFirst().table().entity().orElseThrow())) {
            if (group.records().stream().anyMatch(r -> said(r, field).isPresent())) {
                line(line++, field);
            }
        }
    }

    private VBox head(int record, Consumer<Row> open) {
        Row row = group.records().get(record);
        String side = row.table().isIntake() ? "matches.side.intake" : "matches.side.master";
        var link = new Hyperlink(Messages.get(side, row.key().toString()));
        link.setId("groups-open-" + (record + 1));
        link.getStyleClass().add("compare-side");
        link.setTooltip(new Tooltip(Messages.get("record.open")));
        link.setOnAction(e -> open.accept(row));
        var stays = new CheckBox(Messages.get("groups.record", record + 1));
        stays.setId("groups-in-" + (record + 1));
        stays.setSelected(!groups.out().contains(record));
        stays.setTooltip(new Tooltip(Messages.get("groups.record.hint", record + 1)));
        stays.setOnAction(e -> groups.take(record));
        return new VBox(stays, link);
    }

    private void line(int line, MatchField field) {
        Table intake = group.records().getFirst().table().entity().orElseThrow().intake();
        var name = new Label(Messages.field(intake, field.intake()));
        name.getStyleClass().add("field-name");
        add(name, 0, line);
        Optional<String> usual = usual(field);
        for (int i = 0; i < group.records().size(); i++) {
            Row row = group.records().get(i);
            Optional<String> said = said(row, field);
            boolean agrees = said.isPresent() && said.map(GroupTable::folded).equals(usual);
            String mark = said.isEmpty() ? "NONE" : agrees ? "SAME" : "DIFFERENT";
            var sign = new Label(Messages.get("matches.sign." + mark));
            sign.setId("groups-sign-" + field.name() + "-" + (i + 1));
            sign.getStyleClass().add("compare-sign");
            sign.setMinWidth(16);
            var value = new Label(ValueFormat.shown(field.in(row.table()), row.get(field.in(row.table()))));
            value.setWrapText(true);
            value.getStyleClass().add(said.isEmpty() ? "null-value" : "compare-value");
            value.setTooltip(new Tooltip(Messages.get(said.isEmpty() ? "groups.mark.NONE" : agrees ? "groups.mark.SAME"
                    : "groups.mark.DIFFERENT")));
            var cell = new HBox(4, sign, value);
            cell.getStyleClass().addAll("compare-cell", "compare-" + mark.toLowerCase(Locale.ROOT));
            add(cell, i + 1, line);
        }
    }

    /// What most records say; of as many, what the first of them says.
    private Optional<String> usual(MatchField field) {
        var counts = new LinkedHashMap<String, Integer>();
        group.records().stream().map(r -> said(r, field)).flatMap(Optional::stream).map(GroupTable::folded)
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream().sorted(Comparator.comparing(e -> -e.getValue())).map(e -> e.getKey()).findFirst();
    }

    private static Optional<String> said(Row row, MatchField field) {
        return Optional.ofNullable(row.get(field.in(row.table()))).map(Objects::toString).filter(text -> !text.isBlank());
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// The numbers of records, for sentences: "1, 3".
    static String numbers(PairGroup group, List<Row> records) {
        return records.stream().map(r -> Integer.toString(group.place(r) + 1)).collect(Collectors.joining(", "));
    }
}
