package barton.steward.dao.merge;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Random merges, with random edits before, between and after them, are taken out in random order: every record, slot, person, sidecar and
/// result of a verification is where it was, and each edit where it was made. `-Dmerge.runs=1000` tries as many, from `-Dmerge.first=1`.
class MergeRandomTest {
    private static final int RUNS = Integer.getInteger("merge.runs", 20);
    private static final int FIRST = Integer.getInteger("merge.first", 1);
    /// A person comes back into a slot that went back to another company meanwhile, by a merge that an earlier one brought her into.
    private static final int SLOT_THAT_WENT = 469;
    /// The same, by a merge that had nothing to do with it but for the company where she was when she was merged away.
    private static final int COMPANY_THAT_WAS_LEFT = 565;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void whatWasMergedAndEditedIsRestoredExactly() throws SQLException {
        try (var connection = TestDatabases.migrated().getConnection()) {
            for (int seed : IntStream.concat(IntStream.rangeClosed(FIRST, RUNS), IntStream.of(SLOT_THAT_WENT, COMPANY_THAT_WAS_LEFT))
                    .distinct().toArray()) {
                var world = new MergeWorld(connection, seed);

                world.live();

                assertThat(world.differences()).as("seed " + seed + ": " + world.story()).isEmpty();
                assertThat(world.faults()).as("seed " + seed + ": " + world.story()).isEmpty();
            }
        }
    }
}
