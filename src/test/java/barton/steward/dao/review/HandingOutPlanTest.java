package barton.steward.dao.review;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.model.query.PageKey;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewScope;
import barton.steward.service.Session;
import barton.steward.support.SampleReviews;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The next records are found at once however many wait: nothing is read but a few entries of an index.
@ParameterizedClass
@EnumSource
class HandingOutPlanTest {
    private static final int ROWS = 20_000;
    private static final String READ = """
            SELECT (SELECT sum(s.seq_tup_read) FROM pg_stat_user_tables s WHERE s.schemaname = 'intake' OR s.relname LIKE 'open%')
                 + (SELECT sum(s.idx_tup_read) FROM pg_stat_user_indexes s WHERE s.schemaname = 'intake' OR s.relname LIKE 'open%')""";

    @Parameter
    private Entity entity;

    @Test
    void theNextRecordsAreReadFromAnIndexInTheOrdersByEvidenceAndByRule() {
        DataSource database = SampleReviews.database(entity, ROWS);
        run(database, """
                UPDATE %s SET validation_notes = CASE id %% 3 WHEN 0 THEN 'website: is missing'
                    WHEN 1 THEN E'industry: is unknown\\nwebsite: is missing' END""".formatted(entity.intake().qualifiedName()));
        run(database, "VACUUM ANALYZE");
        Session ann = SampleReviews.steward(database, "ann");
        for (ReviewOrder order : List.of(ReviewOrder.RISK, ReviewOrder.RULE)) {
            Optional<PageKey> place = Optional.empty();
            for (int portion = 0; portion < 3; portion++) {
                long before = Long.parseLong(ask(database, READ));
                List<ReviewItem> items = ann.reviews().handOut(SampleReviews.queue(entity, ReviewScope.OPEN, order), place, false, 20,
                        UUID.randomUUID());
                long read = Long.parseLong(ask(database, READ)) - before;
                assertThat(items).hasSize(20);
                assertThat(read).as(order + ", portion " + portion).isLessThan(1_000);
                place = Optional.of(items.getLast().place());
            }
        }
    }
}
