package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Explained;
import barton.steward.ui.virtual.RowCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That things stay where they are, and can be read.
class PlacesTest {
    private static final DataSource ROWS = SampleSession.worked(60);

    private TestWindow window;

    private void open(double width) {
        window = TestWindow.over(SampleSession.over(ROWS), width, 900);
        window.click("nav-INTAKE");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1280, 1600, 2000})
    void buttonsKeepTheirPlacesInOneLineWhateverIsSelected(double width) {
        open(width);
        Map<String, Bounds> before = actions();
        assertThat(before).isNotEmpty();
        assertThat(before.values()).extracting(Bounds::getMinY).allMatch(y -> y.equals(before.values().iterator().next().getMinY()));
        window.click("select-all");
        assertThat(actions()).isEqualTo(before);
        window.run(() -> window.table(Table.INTAKE).getSelectionModel().clearAndSelect(3));
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void whatHasNoRoomStandsInTheMenuAtTheEndOfTheLine() {
        open(1000);
        Map<String, Bounds> narrow = actions();
        window.click("more");
        List<String> offered = window.onWindow(() -> window.find("more", MenuButton.class).getItems().stream()
                .filter(item -> item.isVisible()).map(item -> item.getId()).toList());
        open(1600);
        assertThat(actions().keySet()).filteredOn(id -> !narrow.containsKey(id)).isNotEmpty()
                .allMatch(id -> offered.contains("more-" + id));
    }

    @Test
    void inALowWindowAtTwiceTheSizeEveryViewAndEveryButtonOfADialogCanBeReached() {
        window = TestWindow.over(SampleSession.over(ROWS), 1000, 760);
        command("zoom-reset");
        for (int step = 0; step < 5; step++) {
            command("zoom-in");
        }
        window.settle();
        Bounds whole = window.onWindow(() -> window.scene().getRoot().getLayoutBounds());
        for (ViewId view : ViewId.values()) {
            command("go-" + view);
            window.settle();
            Node entry = window.find("nav-" + view, Node.class);
            assertThat(whole.contains(scene(entry))).as(view.name()).isTrue();
            assertThat(scene(window.find("navigation-scroll", Node.class)).contains(scene(entry))).as(view.name()).isTrue();
        }
        assertThat(whole.contains(scene(window.find("menu", Node.class)))).isTrue();
        command("go-" + ViewId.of(Table.INTAKE));
        window.settle();
        for (String button : List.of("import", "review", "columns", "filter-add", "more")) {
            assertThat(whole.contains(scene(window.find(button, Node.class)))).as(button).isTrue();
        }
        for (String dialog : List.of("import", "keys", "palette", "promote")) {
            command(dialog);
            window.settle();
            Node box = window.scene().lookup(".modal-box");
            assertThat(whole.contains(scene(box))).as(dialog).isTrue();
            assertThat(box.lookupAll(".modal-buttons .button")).allMatch(b -> !b.isVisible() || whole.contains(scene(b)), dialog);
            window.press(KeyCode.ESCAPE);
        }
        command("zoom-reset");
    }

    @Test
    void aDialogIsAsHighAsItsWrappedTextsAndWhatComesAfterThem() {
        open(1400);
        window.click("runrules");
        Node box = window.scene().lookup(".modal-box");
        Bounds inside = scene(box.lookup(".modal-scroll"));
        assertThat(scene(window.find("runrules-set", Node.class)).getMaxY()).isLessThanOrEqualTo(inside.getMaxY());
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void whereThereIsRoomTheLogOffersToTakeARunBackBesideTheRecord() {
        window = TestWindow.over(SampleSession.over(ROWS), 1280, 800);
        window.click("nav-LOG");
        window.focus(Table.LOG, 0);
        window.press(KeyCode.ENTER);
        assertThat(window.sees("drawer")).isTrue();
        assertThat(window.sees("takeback")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1280, 1900})
    void aLongValueOfARecordIsShownInFullWhicheverFieldHasIt(double width) {
        DataSource own = SampleSession.intake(1);
        TestDatabases.run(own, """
                UPDATE intake.company_raw_intake SET website = repeat('w', 40) || '.example', facebook_url = 'https://facebook.example/'
                       || repeat('f', 40), company_linkedin_url = 'https://linkedin.example/' || repeat('l', 60)""");
        window = TestWindow.over(SampleSession.over(own), width, 900);
        window.click("nav-INTAKE");
        clickRow(0);
        for (String field : List.of("website", "facebook_url", "company_linkedin_url")) {
            TextArea area = window.find("field-" + field, TextArea.class);
            double shown = window.onWindow(() -> area.lookup(".content").getLayoutBounds().getHeight());
            double text = window.onWindow(() -> area.lookup(".text").getLayoutBounds().getHeight());
            assertThat(area.getHeight()).as(field).isGreaterThanOrEqualTo(Math.min(shown, text));
            assertThat(text).as(field).isLessThanOrEqualTo(area.getHeight());
        }
    }

    private void command(String id) {
        window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id)).run());
    }

    @Test
    void theCellsOfTheRowWithTheKeyboardStandInLineWithTheOthers() {
        open(1440);
        window.focus(Table.INTAKE, 0);
        Map<String, List<Double>> columns = new TreeMap<>();
        window.all().stream().filter(n -> n instanceof RowCell cell && cell.getItem() != null).map(RowCell.class::cast)
                .forEach(cell -> columns.computeIfAbsent(cell.getTableColumn().getId(), id -> new ArrayList<>())
                        .add(scene(cell).getMinX()));
        assertThat(columns.values()).isNotEmpty().allSatisfy(places -> assertThat(places).containsOnly(places.getFirst()));
    }

    @Test
    void aBoxThatIsNotTickedStandsOutInBothLooks() {
        open(1440);
        for (String look : List.of("theme-dark", "theme-light")) {
            window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(look)).findFirst().orElseThrow().run());
            Region mark = (Region) window.onWindow(() -> window.table(Table.INTAKE).lookup(".row-mark"));
            List<Color> fills = window.onWindow(() -> mark.getBackground().getFills().stream().map(f -> (Color) f.getFill()).toList());
            assertThat(contrast(fills.get(0), fills.get(1))).as(look).isGreaterThanOrEqualTo(3);
        }
    }

    /// As WCAG 2 reckons it.
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void whatIsKnownOfARecordLateMovesNoTab() {
        open(1440);
        clickRow(window.onWindow(() -> index("promoted")));
        double promoted = scene(window.find("drawer-tabs", Node.class)).getMinY();
        clickRow(window.onWindow(() -> index("new")));
        assertThat(scene(window.find("drawer-tabs", Node.class)).getMinY()).isEqualTo(promoted);
        assertThat(scene(window.find("drawer-why", Node.class)).getMaxY()).isLessThanOrEqualTo(promoted);
    }

    @Test
    void aButtonThatCannotBeUsedSaysWhy() {
        DataSource none = TestDatabases.migrated();
        window = TestWindow.over(SampleSession.over(none), 1440, 900);
        window.click("nav-INTAKE");
        Button validate = window.find("validate", Button.class);
        assertThat(validate.isDisabled()).isTrue();
        var around = (Explained) validate.getParent();
        window.run(() -> around.reason().getOnShowing().handle(null));
        assertThat(around.reason().getText()).isEqualTo("No row is ticked, and no record is open.");
        assertThat(validate.getAccessibleHelp()).isNotBlank();
    }

    @Test
    void nothingAndAnEmptyTextAndBlanksLookDifferent() {
        DataSource own = SampleSession.intake(3);
        TestDatabases.run(own, "UPDATE intake.company_raw_intake SET website = CASE id WHEN 1 THEN NULL WHEN 2 THEN '' ELSE '    ' END");
        window = TestWindow.over(SampleSession.over(own), 1440, 900);
        window.click("nav-INTAKE");
        Map<Object, String> cells = new TreeMap<>();
        window.all().stream().filter(n -> n instanceof RowCell cell && cell.getItem() != null
                && cell.column().field().equals(IntakeFields.WEBSITE)).map(RowCell.class::cast)
                .forEach(cell -> cells.put(cell.getItem().key(), cell.getText()));
        assertThat(cells).containsExactly(Map.entry(1L, "∅"), Map.entry(2L, "(empty text)"), Map.entry(3L, "(4 blanks)"));
        Map<Object, String> fields = new TreeMap<>();
        for (int row = 0; row < 3; row++) {
            clickRow(row);
            TextField field = window.find("field-website", TextField.class);
            Labeled over = (Labeled) field.getParent().getChildrenUnmodifiable().getLast();
            fields.put(Long.valueOf(window.text("field-id").replace("#", "")), field.getPromptText() + over.getText());
        }
        assertThat(fields).containsExactly(Map.entry(1L, "∅"), Map.entry(2L, "(empty text)"), Map.entry(3L, "∅(4 blanks)"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1280, 1600})
    void noTitleButtonOrLabelIsCut(double width) {
        open(width);
        for (ViewId place : ViewId.values()) {
            window.run(() -> window.main().go(place));
            assertThat(cut()).as("in %s at %s", place, width).isEmpty();
            if (place.table() != null && window.onWindow(() -> !window.table(place.table()).getItems().isEmpty())) {
                window.run(() -> window.main().openRecord(window.table(place.table()).getItems().getFirst()));
                assertThat(cut()).as("in %s at %s beside a record", place, width).isEmpty();
            }
        }
    }

    /// Values of records may be longer than their place, which a tooltip makes up for; all else is read whole.
    private List<String> cut() {
        return window.all().stream().filter(n -> n instanceof Labeled && !(n instanceof Cell<?>) && TestWindow.seen(n))
                .filter(n -> !inCell(n) && !n.getStyleClass().contains("field-elided") && !"meant".equals(n.getId()))
                .map(Labeled.class::cast).filter(l -> l.getText() != null && !l.isWrapText())
                .filter(l -> l.lookup(".text") instanceof Text shown && !shown.getText().equals(l.getText())
                        && shown.getText().endsWith(l.getEllipsisString()))
                .map(l -> l.getId() + ": " + l.getText()).toList();
    }

    private static boolean inCell(Node node) {
        return node != null && (node instanceof TableRow<?> || node instanceof Cell<?> || inCell(node.getParent()));
    }

    private int index(String status) {
        List<Row> rows = window.table(Table.INTAKE).getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).text(IntakeFields.STATUS).equals(status)) {
                return i;
            }
        }
        throw new AssertionError(status);
    }

    private void clickRow(int index) {
        window.run(() -> {
            window.table(Table.INTAKE).scrollTo(index);
            window.main().openRecord(window.table(Table.INTAKE).getItems().get(index));
        });
    }

    private Map<String, Bounds> actions() {
        var places = new TreeMap<String, Bounds>();
        Node bar = window.onWindow(() -> window.main().lookup("#INTAKE .action-bar"));
        window.all().stream().filter(n -> (n instanceof Button || n instanceof MenuButton) && TestWindow.seen(n) && within(n, bar))
                .forEach(n -> places.put(n.getId(), scene(n)));
        return places;
    }

    private static boolean within(Node node, Node outer) {
        return node != null && (node == outer || within(node.getParent(), outer));
    }

    private Bounds scene(Node node) {
        return window.onWindow(() -> node.localToScene(node.getLayoutBounds()));
    }
}
