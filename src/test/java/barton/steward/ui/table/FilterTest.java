package barton.steward.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.intake.IntakeView;
import barton.steward.ui.support.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final DataSource DATABASE = SampleSession.intake(446);

    private RowsView view;
    private TestContext context;

    @BeforeEach
    void open() {
        show(Table.INTAKE);
    }

    @Test
    void alternativesAreMadeAndReadAsASentence() {
        context.click("filter-add");
        choose(0, IntakeFields.STATUS, Op.IS, "failed");
        context.click("filter-and");
        choose(1, IntakeFields.WEBSITE, Op.EMPTY, null);
        context.click("filter-or");
        choose(2, IntakeFields.COMPANY, Op.NOT_CONTAINS, "a");
        context.picture("filter-form");
        assertThat(context.text("filter-sentence"))
                .isEqualTo("Every row where Status is failed and Website is missing, or Company does not contain “a”");
        context.click("filter-ok");
        Filter expected = new Filter.AnyOf(List.of(new Filter.AllOf(List.of(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED),
                Condition.empty(IntakeFields.WEBSITE))), new Condition(IntakeFields.COMPANY, Op.NOT_CONTAINS, "a")));
        assertThat(view.model().query().conditions()).containsExactly(expected);
        assertThat(chips()).containsExactly("Status is failed and Website is missing, or Company does not contain “a”");
    }

    @Test
    void aJoinedFilterIsChangedIntoItsContrary() {
        Filter any = new Filter.AnyOf(List.of(Condition.is(IntakeFields.STATUS, "new"), Condition.empty(IntakeFields.WEBSITE)));
        context.run(() -> view.model().add(any));
        context.run(() -> chip(0).fire());
        assertThat(context.all().stream().filter(n -> "filter-field".equals(n.getId()))).hasSize(2);
        context.click("filter-contrary");
        context.click("filter-ok");
        assertThat(view.model().query().conditions()).containsExactly(new Filter.Not(any));
        assertThat(chips()).containsExactly("not (Status is new or Website is missing)");
    }

    @Test
    void conditionsThatMustAllHoldBecomeFiltersOfTheirOwn() {
        context.click("filter-add");
        choose(0, IntakeFields.STATUS, Op.NOT_ONE_OF, "new\nfailed");
        context.click("filter-and");
        choose(1, IntakeFields.NUM_EMPLOYEES, Op.BETWEEN, null);
        context.run(() -> type("filter-from", "50"));
        context.run(() -> type("filter-to", "20"));
        context.click("filter-ok");
        assertThat(context.text("filter-problem")).isEqualTo("The range ends before it begins.");
        context.run(() -> type("filter-to", "200"));
        context.click("filter-ok");
        assertThat(view.model().query().conditions()).containsExactly(
                new Condition(IntakeFields.STATUS, Op.NOT_ONE_OF, List.of("new", "failed")),
                new Condition(IntakeFields.NUM_EMPLOYEES, Op.BETWEEN, List.of(50, 200)));
    }

    @Test
    void daysAreChosenFromACalendarOrTyped() {
        context.click("filter-add");
        choose(0, IntakeFields.CREATED_AT, Op.BETWEEN, null);
        LocalDate day = LocalDate.of(2026, 3, 1);
        context.run(() -> context.find("filter-from", DatePicker.class).setValue(day));
        context.run(() -> context.find("filter-to", DatePicker.class).getEditor().setText("2026-03-99"));
        context.click("filter-ok");
        assertThat(context.text("filter-problem")).startsWith("“2026-03-99” is no day");
        context.run(() -> context.find("filter-to", DatePicker.class).getEditor().setText("2026-03-02"));
        context.click("filter-ok");
        assertThat(view.model().query().conditions()).containsExactly(
                new Condition(IntakeFields.CREATED_AT, Op.BETWEEN, List.of(Days.begin(day), Days.end(day.plusDays(1)))));
        assertThat(chips()).singleElement().asString().endsWith("is from 2026-03-01 to 2026-03-02");
    }

    @Test
    void scoresArePulledWithTwoThumbsAndEscapeLeavesTheSlider() {
        show(Table.COMPANY_SIDECARS);
        context.click("filter-add");
        choose(0, CompanySidecarFields.CONFIDENCE_SCORE, Op.BETWEEN, null);
        context.run(() -> {
            context.find("filter-slider", RangeSlider.class).setLowValue(40);
            context.find("filter-slider", RangeSlider.class).setHighValue(90);
        });
        context.picture("filter-slider");
        context.click("filter-ok");
        assertThat(view.model().query().conditions()).containsExactly(new Condition(CompanySidecarFields.CONFIDENCE_SCORE, Op.BETWEEN,
                List.of(new BigDecimal(40), new BigDecimal(90))));
        context.run(() -> chip(0).fire());
        assertThat(context.<Double>onWindow(() -> context.find("filter-slider", RangeSlider.class).getHighValue())).isEqualTo(90);
        context.run(() -> context.find("filter-slider", Node.class).requestFocus());
        context.press(KeyCode.ESCAPE);
        assertThat(context.sees("filter")).isFalse();
    }

    @Test
    void whatIsRememberedIsAskedAgain() {
        Query asked = Query.all(Table.INTAKE).where(new Filter.Not(new Filter.AnyOf(List.of(
                        new Filter.AllOf(List.of(Condition.oneOf(IntakeFields.COMPANY, List.of("two\nlines", "b")), Condition.empty(
                                IntakeFields.WEBSITE))), new Condition(IntakeFields.NUM_EMPLOYEES, Op.BETWEEN, List.of(1, 5))))))
                .where(Condition.is(IntakeFields.VALIDATED, true)).searching("x")
                .sortedBy(Sort.descending(IntakeFields.COMPANY).then(IntakeFields.ID, true));
        assertThat(ViewMemo.of(List.of(), asked, "x").query(Query.all(Table.INTAKE))).isEqualTo(asked);
    }

    private void show(Table table) {
        context = TestContext.show(SampleSession.over(DATABASE), 1200, 800, b -> {
            view = table == Table.INTAKE ? new IntakeView(b, Entity.COMPANY).view() : RowsView.of(b, table);
            return view.node();
        });
        context.run(view::refresh);
    }

    @SuppressWarnings("unchecked")
    private void choose(int line, Field field, Op op, String value) {
        context.run(() -> {
            ((SearchableComboBox<Field>) nodes("filter-field").get(line)).setValue(field);
            ((ComboBox<Op>) nodes("filter-op").get(line)).setValue(op);
        });
        if (value != null) {
            context.run(() -> ((TextInputControl) nodes("filter-value").getLast()).setText(value));
        }
    }

    private void type(String id, String text) {
        context.find(id, TextInputControl.class).setText(text);
    }

    private List<Node> nodes(String id) {
        return context.all().stream().filter(n -> id.equals(n.getId())).toList();
    }

    private List<String> chips() {
        return context.all().stream().filter(n -> n.getStyleClass().contains("filter-chip-text"))
                .map(n -> ((Labeled) n).getText()).toList();
    }

    private Button chip(int index) {
        return (Button) context.all().stream().filter(n -> n.getStyleClass().contains("filter-chip-text")).toList().get(index);
    }
}
