package barton.steward.ui.recipes;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Recipes in the window.
class RecipesViewTest {
    private final DataSource database = TestDatabases.migrated();
    private final Session session = SampleSession.over(database);

    @Test
    void whatWasDoneIsSavedAndDoneToTheNextBatchAsItWasTried() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id)
                SELECT v, CASE b WHEN 'A' THEN ' Mining' END, b FROM unnest(ARRAY[' Acme', 'Bolt ']) v, unnest(ARRAY['A', 'B']) b""");
        var rows = Selection.all(FigureQueries.imported("A"));
        session.review().fix(IntakeFields.COMPANY, new Fix.Trim()).perform(rows, 2);
        session.review().fix(IntakeFields.INDUSTRY, new Fix.Trim()).perform(rows, 2);
        TestContext context = TestContext.show(session, 1200, 800, c -> new Pane());
        context.run(() -> RecipesView.open(context, Entity.COMPANY, "A"));
        context.settle();
        assertThat(context.text("recipes-state")).startsWith("There is no recipe yet.");
        assertThat(context.find("recipes-run", Button.class).isDisabled()).isTrue();

        context.click("recipes-save");
        context.run(() -> context.find("ask-text", TextField.class).setText("Weekly"));
        context.click("ask-ok");
        context.settle();
        assertThat(context.said()).containsExactly("Recipe Weekly saved: 2 steps.");
        context.run(() -> RecipesView.open(context, Entity.COMPANY, "B"));
        context.settle();
        context.picture("recipes");
        assertThat(context.text("recipes-step-0")).isEqualTo("2 rows change");
        assertThat(context.text("recipes-step-1")).isEqualTo("left out: no value in Industry");
        context.click("recipes-run");
        context.settle();

        assertThat(ask(database, "SELECT string_agg(company, ';' ORDER BY id) FROM intake.company_raw_intake WHERE import_batch_id = 'B'"))
                .isEqualTo("Acme;Bolt");
        assertThat(context.said()).last().isEqualTo("Recipe Weekly was done to batch B: 1 step, 1 left out because its column is missing.");
    }
}
