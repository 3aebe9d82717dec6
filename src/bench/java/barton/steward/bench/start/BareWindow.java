package barton.steward.bench.start;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// The least that a JavaFX program with a table does: a window, ten columns, a hundred rows.
public final class BareWindow {
    private static final int COLUMNS = 10;
    private static final int ROWS = 100;

    private BareWindow() {
    }

    public static void main(String[] arguments) {
        Platform.startup(() -> show(arguments.length > 0));
    }

    /// @param training whether an AOT cache is to be left behind
    private static void show(boolean training) {
        var table = new TableView<List<String>>();
        for (int i = 0; i < COLUMNS; i++) {
            int index = i;
            var column = new TableColumn<List<String>, String>("Column " + i);
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
            table.getColumns().add(column);
        }
        for (int i = 0; i < ROWS; i++) {
            var row = new ArrayList<String>();
            for (int j = 0; j < COLUMNS; j++) {
                row.add("Row " + i + ", " + j);
            }
            table.getItems().add(row);
        }
        var stage = new Stage();
        stage.setScene(new Scene(table, 1000, 700));
        stage.show();
        new FirstRows(training).start();
    }
}
