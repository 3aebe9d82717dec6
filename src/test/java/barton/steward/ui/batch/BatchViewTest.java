package barton.steward.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.controls.Figure;
import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A batch's page.
class BatchViewTest {
    private static final String FIRST = "20251024-WV-BATCH1";
    private static final String SECOND = "20251101-WV-BATCH2";
    private static DataSource worked;
    private BatchView view;

    @BeforeAll
    static void rows() {
        worked = SampleSession.worked(200);
        TestDatabases.run(worked, """
                UPDATE intake.company_raw_intake SET validation_notes = 'rejected: no such company' WHERE id = 6;
                INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
                SELECT 'company', 7, 1, 'standard', 'website_missing', 'website', 'error', 'is missing'""");
    }

    @Test
    void everyFigureOfTheStoryLeadsToAsManyRowsAsItSays() {
        TestContext context = show();
        context.run(() -> view.open(Entity.COMPANY, FIRST));
        context.settle();
        context.picture("batch");
        List<Figure> figures = figures(context);
        assertThat(figures).extracting(Figure::getId).contains(id("imported"), id("failed"), id("rejected"), id("promoted"),
                id("rule-website_missing"), id("why-0"));
        for (Figure figure : figures.stream().filter(f -> !f.isDisabled() && !f.getId().endsWith("logged")).toList()) {
            context.opened.clear();
            context.run(figure::fire);
            Query opened = context.opened.getFirst();
            assertThat(context.session().tables().count(Selection.all(opened))).as(figure.getId())
                    .isEqualTo(Long.parseLong(figure.getText().replace(",", "")));
        }
        assertThat(context.text(id("verdict"))).isEqualTo("They agree.");
        assertThat(context.text("event-" + FIRST)).isEqualTo("Promotion");
    }

    @Test
    void theNewestBatchIsShownAndAnotherStandsBesideIt() {
        TestContext context = show();
        assertThat(context.text(idOf(SECOND, "imported"))).isEqualTo("50");

        context.run(() -> view.open(Entity.PERSON, "20251101-WV-PEOPLE"));
        context.settle();
        assertThat(context.text(idOf("20251101-WV-PEOPLE", "imported"))).isEqualTo("12");
    }

    @Test
    void itsKeysReviewProfileAuditPromoteAndDiscardIt() {
        TestContext context = show();

        context.run(() -> view.commands().forEach(c -> c.run()));

        assertThat(context.audits).containsExactly("COMPANY " + SECOND);
        assertThat(context.promotions).containsExactly(SECOND);
        assertThat(context.recipes).containsExactly("COMPANY " + SECOND);
        assertThat(context.opened).containsExactly(FigureQueries.imported(SECOND), FigureQueries.imported(SECOND));
        assertThat(view.commands()).extracting(c -> c.shortcut().getName()).containsExactly("Shortcut+R", "Shift+P", "Shift+R",
                KeyCode.A.getName(), KeyCode.P.getName(), KeyCode.D.getName());
        context.settle();
        assertThat(context.text("discard-confirm")).startsWith("Discard ");
    }

    @Test
    void aBatchIsDiscardedButForTheRowsThatSomethingDependsOn() {
        TestDatabases.run(worked, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validation_notes)
                VALUES (-3, 'Acme', 'JUNK', NULL), (-2, 'Bolt', 'JUNK', 'rejected: twice'), (-1, 'Core', 'JUNK', NULL)""");
        TestContext context = show();
        context.run(() -> view.open(Entity.COMPANY, "JUNK"));
        context.settle();
        context.run(() -> view.commands().getLast().run());
        context.settle();
        context.picture("discard");
        assertThat(context.text("discard--2")).isEqualTo("Bolt");
        context.click("discard-confirm");
        context.settle();
        assertThat(TestDatabases.list(worked, "SELECT company FROM intake.company_raw_intake WHERE import_batch_id = 'JUNK'"))
                .containsExactly("Bolt");
        assertThat(context.session().history().latest().action()).hasValueSatisfying(a ->
                assertThat(a.summary() + " " + a.rows()).isEqualTo("Discarded batch JUNK 2"));
    }

    private TestContext show() {
        TestContext context = TestContext.show(SampleSession.over(worked), 1400, 900, c -> {
            view = new BatchView(c);
            return view.node();
        });
        context.run(view::shown);
        context.settle();
        return context;
    }

    private static String id(String name) {
        return idOf(FIRST, name);
    }

    private static String idOf(String batch, String name) {
        return "batch-" + batch + "-" + name;
    }

    private static List<Figure> figures(TestContext context) {
        return context.onWindow(() -> context.scene().getRoot().lookupAll(".figure").stream().map(Figure.class::cast)
                .sorted(Comparator.comparing(Figure::getId)).toList());
    }
}
