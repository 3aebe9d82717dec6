package barton.steward.ui.virtual;

import barton.steward.catalog.Display;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Word;
import barton.steward.model.query.Row;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.support.Clock;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How the cells of a column show their values: one renderer for each [Display].
public final class CellRenderers {
    private static final int MOST_CHIPS = 6;

    private CellRenderers() {
    }

    /// What shows the values of a field.
    public static CellRenderer of(Field field) {
        return switch (field.display()) {
            case PLAIN -> plain(field);
            case STATUS -> CellRenderers::status;
            case NOTES -> CellRenderers::notes;
            case SCORE -> CellRenderers::score;
            case VERDICT -> CellRenderers::verdict;
            case AGE -> CellRenderers::age;
            case FRESHNESS -> CellRenderers::freshness;
            case SHARE -> CellRenderers::share;
            case FAILURES -> CellRenderers::failures;
        };
    }

    static boolean isPlain(Field field) {
        return field.display() == Display.PLAIN;
    }

    private static CellRenderer plain(Field field) {
        return switch (field.type()) {
            case TEXT_ARRAY -> CellRenderers::chips;
            case JSON -> CellRenderers::code;
            default -> (cell, row, value) -> cell.text(ValueFormat.text(field, value));
        };
    }

    /// An intake row's status with its icon.
    private static void status(RowCell cell, Row row, Object value) {
        iconAndText(cell, statusIcon(value.toString()), Messages.get("status." + value), "status-" + value);
    }

    public static Ikon statusIcon(String status) {
        return switch (Word.of(IntakeStatus.class, status).orElse(IntakeStatus.NEW)) {
            case VALIDATED -> Feather.CHECK;
            case FAILED -> Feather.X;
            case PROMOTED -> Feather.ARROW_UP_RIGHT;
            case EDITED -> Feather.EDIT_2;
            case HELD -> Feather.PAUSE;
            case MATCHED -> Feather.COPY;
            default -> Feather.CIRCLE;
        };
    }

    /// A yes or no that matters, with its icon.
    private static void verdict(RowCell cell, Row row, Object value) {
        boolean yes = Boolean.TRUE.equals(value);
        String text = ValueFormat.text(cell.column().field(), value);
        iconAndText(cell, yes ? Feather.CHECK : Feather.MINUS, text, yes ? "status-validated" : "status-new");
    }

    /// Notes, one a line: the first of them, and how many more there are.
    private static void notes(RowCell cell, Row row, Object value) {
        List<String> notes = StoredWords.of(row.table(), value.toString()).lines().filter(line -> !line.isBlank()).toList();
        if (notes.isEmpty()) {
            cell.text(null);
        } else {
            cell.text(notes.size() == 1 ? notes.getFirst() : Messages.get("notes.more", notes.getFirst(), notes.size() - 1));
        }
    }

    /// A score from 0 to 100 as a bar and a number.
    private static void score(RowCell cell, Row row, Object value) {
        var score = (BigDecimal) value;
        bar(cell, score.doubleValue() / 100, ValueFormat.text(cell.column().field(), value), "bar-accent");
    }

    /// Whether a sidecar is fresh, in a word that says so and a colour that does too.
    private static void freshness(RowCell cell, Row row, Object value) {
        boolean fresh = value.equals("fresh");
        iconAndText(cell, fresh ? Feather.CHECK : Feather.CLOCK, value.toString(), fresh ? "status-validated" : "status-stale");
    }

    /// How long ago, in words.
    private static void age(RowCell cell, Row row, Object value) {
        cell.text(Formats.age((Instant) value, Clock.now().get()));
    }

    private static void share(RowCell cell, Row run, Object value) {
        double percent = ((BigDecimal) value).doubleValue();
        String text = Messages.get("log.passed", words(run, LogFields.PASSED_RECORDS), words(run, LogFields.TOTAL_RECORDS));
        bar(cell, percent / 100, text, percent == 0 ? "bar-danger" : "bar-accent");
    }

    private static String words(Row run, Field field) {
        Object value = run.get(field);
        return value == null ? ValueFormat.NULL : ValueFormat.text(field, value);
    }

    private static void failures(RowCell cell, Row run, Object value) {
        String text = ValueFormat.text(cell.column().field(), value);
        if (((Number) value).longValue() > 0 && LogFields.PROMOTION.equals(run.get(LogFields.ROUTE))) {
            // What was not validated when companies were promoted did not fail.
            cell.text(Messages.get("log.unvalidated", text));
        } else if (((Number) value).longValue() > 0) {
            cell.text(Feather.ALERT_TRIANGLE, text);
            cell.mark("status-failed");
        } else {
            cell.text(text);
        }
    }

    private static void chips(RowCell cell, Row row, Object value) {
        var box = new HBox();
        box.getStyleClass().add("cell-chips");
        List<?> values = (List<?>) value;
        values.stream().limit(MOST_CHIPS).map(v -> chip(v.toString())).forEach(box.getChildren()::add);
        if (values.size() > MOST_CHIPS) {
            box.getChildren().add(new Label("+" + (values.size() - MOST_CHIPS)));
        }
        cell.graphic(box);
    }

    /// A small label around a word.
    public static Node chip(String text) {
        var label = new Label(text);
        label.getStyleClass().add("chip");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void code(RowCell cell, Row row, Object value) {
        cell.text(value.toString().replace('\n', ' '));
        cell.mark("code");
    }

    private static void iconAndText(RowCell cell, Ikon icon, String text, String style) {
        cell.text(icon, text);
        cell.mark(style);
    }

    private static void bar(RowCell cell, double share, String text, String style) {
        var bar = new Bar(style, share);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var label = new Label(text);
        label.getStyleClass().add("cell-bar-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(label, bar);
        box.getStyleClass().add("cell-bar-box");
        cell.graphic(box);
    }
}
