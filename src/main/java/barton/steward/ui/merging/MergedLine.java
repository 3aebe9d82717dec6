package barton.steward.ui.merging;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.database.Permission;
import barton.steward.model.merge.StandingMerge;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says which records were merged into one of master, each with the way to take that out; takes no room where there are none.
public final class MergedLine extends VBox {
    private final AppContext context;
    private final Entity entity;

    public MergedLine(AppContext context, Row record) {
        this.context = context;
        this.entity = record.table().entity().orElseThrow();
        managedProperty().bind(visibleProperty());
        setVisible(false);
        context.tasks().run(Messages.get("task.record"), () -> context.session().merges().standing(record.key().toString()), this::show);
    }

    private void show(List<StandingMerge> merges) {
        getChildren().setAll(merges.stream().map(this::line).toList());
        setVisible(!merges.isEmpty());
    }

    private HBox line(StandingMerge merge) {
        var said = new Label(Messages.get("merge.into", String.join(", ", merge.names()), Formats.time(merge.at()), merge.executor()),
                new FontIcon(Feather.GIT_MERGE));
        said.setId("drawer-merged-" + merge.run());
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var unmerge = new Button(Messages.get("command.unmerge"));
        unmerge.setId("drawer-unmerge-" + merge.run());
        unmerge.setMinWidth(USE_PREF_SIZE);
        unmerge.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        unmerge.setOnAction(e -> UnmergeDialog.open(context, entity, merge));
        var line = new HBox(said, Explained.unless(context.permissions().refusalProperty(Permission.TAKE_BACK), unmerge));
        line.getStyleClass().add("email-line");
        return line;
    }
}
