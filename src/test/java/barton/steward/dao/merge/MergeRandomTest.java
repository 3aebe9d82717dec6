package barton.steward.dao.merge;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Random merges, with random edits before, between and after them, are taken out in random order: every record, slot, person, sidecar and
/// result of a verification is where it was, and each edit where it was made. `-Dmerge.runs=1000` tries as many.
class MergeRandomTest {
    private static final int RUNS = Integer.getInteger("merge.runs", 20);

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void whatWasMergedAndEditedIsRestoredExactly() throws SQLException {
        try (var connection = TestDatabases.migrated().getConnection()) {
            for (int seed = 1; seed <= RUNS; seed++) {
                var world = new MergeWorld(connection, seed);

                world.live();

                assertThat(world.differences()).as("seed " + seed + ": " + world.story()).isEmpty();
                assertThat(world.faults()).as("seed " + seed + ": " + world.story()).isEmpty();
            }
        }
    }
}
