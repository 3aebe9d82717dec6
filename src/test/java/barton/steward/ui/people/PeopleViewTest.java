package barton.steward.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.export.ExportPlan;
import barton.steward.support.SamplePeople;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Cells;
import barton.steward.ui.table.RowsView;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PeopleViewTest {
    private RowsView view;

    @Test
    void decisionMakersWithAnUnverifiedMailAreFoundByTwoMenus() {
        TestContext context = TestContext.show(SampleSession.over(SampleSession.worked(100)), 1300, 700, b -> {
            view = PeopleView.over(b);
            return view.node();
        });
        context.run(view::refresh);
        context.run(() -> view.model().choose(PeopleFields.SENIORITY, "C-Level", true));
        context.run(() -> view.model().choose(PeopleFields.SENIORITY, "VP", true));
        context.run(() -> view.model().choose(PeopleFields.EMAIL_VERIFIED, false, true));
        assertThat(view.model().rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.text(PeopleFields.SENIORITY)).isIn("C-Level", "VP");
            assertThat(row.get(PeopleFields.EMAIL_VERIFIED)).isEqualTo(false);
        });
        assertThat(Cells.texts(context, "PEOPLE-table", "email_verified", 0)).containsExactly("no");
    }

    @Test
    void theMailsOfTheSelectedPeopleAreVerifiedAsAnnounced() {
        DataSource database = SamplePeople.database();
        TestContext context = TestContext.show(SampleSession.over(database), 1300, 700, b -> {
            view = PeopleView.over(b);
            return view.node();
        });
        context.run(view::refresh);
        context.click("select-all");
        context.click("verify");
        assertThat(context.text("confirm-ok")).isEqualTo("Verify 3 e-mails");
        assertThat(context.text("confirm-text")).contains("2 selected people stay as they are.");
        context.click("confirm-ok");
        assertThat(context.said()).containsExactly("3 e-mails marked verified.");
        assertThat(SamplePeople.verified(database)).isEqualTo("a1@b.example a2@b.example a3@b.example a4@b.example");

        context.run(view::refresh);
        context.click("select-all");
        context.click("unverify");
        context.click("confirm-ok");
        assertThat(SamplePeople.verified(database)).isNull();
    }

    @Test
    void thoseWhoAreNotToBeContactedAreMarkedForAReasonAndTheMarkIsTakenBack() {
        DataSource database = SamplePeople.database();
        Session session = SampleSession.over(database);
        TestContext context = TestContext.show(session, 1300, 700, b -> {
            view = PeopleView.over(b);
            return view.node();
        });
        context.run(view::refresh);
        context.click("select-all");
        context.click("suppress");
        context.run(() -> context.find("ask-text", TextField.class).setText("asked to be removed"));
        context.click("ask-ok");
        context.click("confirm-ok");
        assertThat(context.said()).singleElement().asString().endsWith(" people marked as not to be contacted.");
        String person = TestDatabases.ask(database, "SELECT min(unique_id) FROM marketing.people_master");
        assertThat(session.suppressions().reason(person)).contains("asked to be removed");
        assertThat(session.exports().suppressed(ExportPlan.of(Selection.all(Query.all(Table.PEOPLE)), List.of(PeopleFields.UNIQUE_ID),
                Path.of("people.csv")))).isEqualTo(session.tables().count(Selection.all(Query.all(Table.PEOPLE))));

        session.history().undo(Long.parseLong(TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action")));
        assertThat(session.suppressions().reason(person)).isEmpty();
    }
}
