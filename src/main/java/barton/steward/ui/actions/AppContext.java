package barton.steward.ui.actions;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.file.FileOptions;
import barton.steward.model.history.Action;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.view.SavedView;
import barton.steward.service.Session;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Notices;
import barton.steward.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a view may ask of the window it stands in: the session, the means to work, and the way to other views,
/// so that every figure can be a link to the rows behind it.
public interface AppContext {
    Session session();

    Tasks tasks();

    Dialogs dialogs();

    Notices notices();

    /// What the role that the window is connected as may do.
    Permissions permissions();

    Preferences preferences();

    /// What wants attention.
    AlertWatch alerts();

    /// What is decided about single records.
    DecisionQueue decisions();

    /// Everything that can be done now, for the palette and the list of keys.
    List<Command> commands();

    /// Shows the query's rows in the view of its table.
    void open(Query query);

    /// Shows a saved view, in the view of its table.
    void open(SavedView view);

    /// Shows the rows that a run of the validation log made or looked at.
    void openRun(String run);

    /// Shows a record in the drawer, in the view of its table.
    void openRecord(Table table, Object key);

    /// Shows a record that a table has read already.
    default void openRecord(Row row) {
        openRecord(row.table(), row.key());
    }

    /// Opens a record that a table has read, with the keyboard in the first field that is faulty, else in the first one.
    void editRecord(Row row);

    /// Opens a record with what was typed into its fields and could not be saved, and the keyboard in the field.
    void resume(Row row, Field field, List<Draft> typed);

    /// Saves what was typed into a field of a row as it was read. Where that cannot be, it is kept as if it had been typed into the record.
    void edit(Row row, Field field, String typed);

    /// Shows the overview.
    void openOverview();

    /// Shows the story of a batch.
    void openBatch(Entity entity, String batch);

    /// Opens the audit of a batch: the latest, where there is one, or the plan of its first.
    void audit(Entity entity, String batch);

    /// Opens the preview of a batch's promotion.
    void promote(Entity entity, String batch);

    default void promote(String batch) {
        promote(Entity.COMPANY, batch);
    }

    /// Opens the import of a CSV file.
    void importCsv(Entity entity);

    default void importCsv() {
        importCsv(Entity.COMPANY);
    }

    /// Opens the dialog for a file that updates records of the table.
    void updateRecords(Table table);

    /// Opens a file with the results of an e-mail verification service.
    void verifyEmails();

    /// Opens the export of all rows that a filter finds, or of those selected; the fields shown are proposed.
    void export(Selection all, Optional<Selection> selected, List<Field> shown);

    /// Opens the dialog that adds a slot; the company's id may be blank.
    void addSlot(String company);

    /// Opens the form of the sidecar of a company or person, by its key, whether or not there is one.
    void setSidecar(Table sidecars, String key);

    /// Goes through the query's rows of intake one by one.
    void review(Query query);

    /// Tells what is in the columns of the query's rows of intake.
    void profile(Query query);

    /// Tells what is in the columns of a file, before its rows are taken in.
    void profile(Entity entity, Path file, FileOptions reading);

    /// Looks for spellings of one thing in the query's rows of intake.
    /// @param field null where the steward has not said in which
    void clusters(Query query, Field field);

    /// Saves what was done to a batch as a recipe, or does one to it.
    void recipes(Entity entity, String batch);

    /// Opens a web page in the system's browser; says so where the text is not the address of one.
    void browse(String address);

    /// Offers to take back the steward's latest action.
    void undo();

    /// Takes an action back that is seen at one of its rows: asks first where it changed others too.
    void undo(Action action);

    /// Takes an action back, asking the database whether it can be.
    void undo(long actionId);

    /// A decision about the record as it was shown is written: it is shown as it is now; empty where it is not there any more.
    void decided(Row shown, Optional<Row> now);

    /// Says that rows of these tables were changed: the views of them, and the counts, are read anew.
    void changed(Table... tables);
}
