package barton.steward.ui.sidecars;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.Clock;
import barton.steward.ui.table.RowsView;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SidecarsViewTest {
    private static final DataSource DATABASE = SampleSession.worked(100);

    private RowsView view;

    @Test
    void companiesShowTagsConfidenceAndAge() {
        TestContext context = TestContext.show(SampleSession.over(DATABASE), 1300, 700, b -> {
            view = CompanySidecarsView.over(b);
            return view.node();
        });
        context.run(() -> {
            Clock.tick(Instant.now());
            view.refresh();
        });
        assertThat(Cells.texts(context, "COMPANY_SIDECARS-table", "clay_tags", 0)).containsExactly("growing", "b2b");
        assertThat(Cells.texts(context, "COMPANY_SIDECARS-table", "confidence_score", 0)).containsExactly("57.25");
        assertThat(Cells.texts(context, "COMPANY_SIDECARS-table", "last_enriched_at", 0)).containsExactly("6 days ago");
        assertThat(Cells.texts(context, "COMPANY_SIDECARS-table", "freshness", 15)).containsExactly("stale");
    }

    @Test
    void lowConfidenceIsOneQuestionAway() {
        TestContext context = TestContext.show(SampleSession.over(DATABASE), 1300, 700, b -> {
            view = CompanySidecarsView.over(b);
            return view.node();
        });
        context.run(() -> view.model().ask(FigureQueries.lowConfidence()));
        assertThat(view.model().rows()).hasSize(6)
                .allSatisfy(row -> assertThat(row.get(CompanySidecarFields.CONFIDENCE_SCORE).toString()).isLessThan("70"));
    }

    @Test
    void peopleShowInsightAndSegments() {
        TestContext context = TestContext.show(SampleSession.over(DATABASE), 1300, 700, b -> {
            view = PeopleSidecarsView.over(b);
            return view.node();
        });
        context.run(view::refresh);
        assertThat(Cells.texts(context, "PEOPLE_SIDECARS-table", "clay_insight_summary", 0))
                .containsExactly("Speaks at regional trade fairs");
        assertThat(Cells.texts(context, "PEOPLE_SIDECARS-table", "clay_segments", 0)).containsExactly("decision-maker");
    }
}
