package barton.steward.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.cli.TestCommands;
import barton.steward.model.query.Selection;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.Session;
import barton.steward.support.SampleReviews;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The commands about what is reviewed by eye in the window.
class ReviewCommandsTest {
    private final DataSource database = SampleReviews.database(Entity.PERSON, 3);
    private final TestCommands session = new TestCommands(database);

    @Test
    void reviewsTellWhatWasDecidedWhyAndByWhom() {
        decide(1, ReviewVerdict.ACCEPTED, "");
        decide(2, ReviewVerdict.REJECTED, "left the company");

        assertThat(session.run("reviews", "--people", "--batch", SampleReviews.BATCH, "--json")).isZero();
        assertThat(session.out()).startsWith("{\"of\":\"people\",\"batch\":\"20251024-WV-BATCH1\",\"reviewed\":2,\"accepted\":1,"
                + "\"rejected\":1,\"skipped\":0,\"reasons\":[{\"reason\":\"left the company\",\"records\":1}],"
                + "\"stewards\":[{\"steward\":\"bea\",\"accepted\":1,\"rejected\":1,\"skipped\":0,\"pace\":");
        assertThat(session.run("reviews", "--people")).isZero();
        assertThat(session.out()).startsWith("2 reviewed: 1 accepted, 1 rejected; 0 passed over.").contains("left the company");
        assertThat(session.run("reviews")).as("companies").isZero();
        assertThat(session.out()).isEqualTo("0 reviewed: 0 accepted, 0 rejected; 0 passed over.\n");
    }

    @Test
    void aReasonIsOfferedAndRetired() {
        assertThat(session.run("reasons", "--people", "--add", "intern", "--json")).isZero();
        assertThat(session.out()).contains("{\"reason\":\"intern\",\"position\":80,\"active\":true}");
        assertThat(session.run("reasons", "--people", "--retire", "intern")).isZero();
        assertThat(session.out()).containsPattern("no +intern");
        assertThat(session.run("reasons", "--retire", "intern")).as("of companies").isEqualTo(1);
        assertThat(session.err()).contains("“intern” is none of the reasons");
    }

    private void decide(long id, ReviewVerdict verdict, String reason) {
        Session bea = SampleReviews.steward(database, "bea");
        bea.reviews().decision(verdict, Optional.of(reason).filter(r -> !r.isEmpty()))
                .perform(Selection.Seen.of(bea.tables().row(Entity.PERSON.intake(), id).orElseThrow()), 1);
    }
}
