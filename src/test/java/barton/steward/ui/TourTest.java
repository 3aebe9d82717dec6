package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.config.Preferences;
import barton.steward.db.Database;
import barton.steward.service.OpenSession;
import barton.steward.support.TestDatabases;
import barton.steward.tour.Tour;
import barton.steward.ui.actions.DemoSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// What becomes of a tour that breaks off; TourIT has the whole one.
class TourTest {
    @TempDir
    private Path folder;

    @Test
    void whatBrokeOffIsNotOk() throws Exception {
        FxToolkit.registerPrimaryStage();
        var database = TestDatabases.migrated();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake ADD CHECK (false)");
        var broken = new Tour((uri, executor) -> new OpenSession(DemoSession.over(database), () -> { }),
                Database.over(database), Preferences.at(folder.resolve("other.json")), folder.resolve("broken"), folder);
        assertThatThrownBy(() -> broken.run(did -> { })).isInstanceOf(NoSuchElementException.class);
        assertThat(Files.readString(folder.resolve("broken/steps.json"))).contains("\"ok\" : false", "Loaded the sample batch.");
    }
}
