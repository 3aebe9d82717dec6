package barton.steward.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.config.Preferences;
import barton.steward.model.Table;
import barton.steward.model.TourStep;
import barton.steward.service.OpenDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourTest {
    @TempDir
    static Path folder;
    private List<TourStep> steps;

    @BeforeAll
    void tour() throws Exception {
        FxToolkit.registerPrimaryStage();
        var desk = DemoDesk.over(TestDatabases.migrated());
        steps = new Tour((uri, executor) -> new OpenDesk(desk, () -> { }), Preferences.at(folder.resolve("settings.json")),
                out(), folder).run(did -> { });
    }

    @Test
    void windowAndDatabaseAgreeInEveryFigure() {
        assertThat(steps.stream().flatMap(step -> step.figures().stream())).isNotEmpty().allMatch(TourStep.Figure::agrees);
    }

    @Test
    void thePromotionIsPartOfIt() {
        assertThat(steps).anySatisfy(step -> {
            assertThat(step.did()).isEqualTo("Promoted the batch.");
            assertThat(step.figures()).first().satisfies(figure -> assertThat(Integer.parseInt(figure.window())).isGreaterThan(400));
        });
    }

    @Test
    void classesAreFixedPairsDecidedAndThePromotionTakenBack() {
        assertThat(figures("rows to fix")).containsExactly("5");
        assertThat(figures("rows that are left of the class")).containsExactly("0");
        assertThat(figures("pairs decided")).containsExactly("1");
        assertThat(figures("held back by a match")).containsExactly("1");
        assertThat(figures("companies to take back")).singleElement().satisfies(n -> assertThat(Integer.parseInt(n)).isPositive());
    }

    @Test
    void emailsAreVerifiedFromAFileAndASidecarIsFoundByItsTag() {
        assertThat(figures("people to change")).containsExactly("3");
        assertThat(figures("results kept")).containsExactly("4");
        assertThat(figures("people with a verified e-mail")).containsExactly("3");
        assertThat(figures("sidecars with the tag")).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"INTAKE", "MASTER"})
    void noViewIsPicturedEmpty(Table table) {
        assertThat(steps).filteredOn(step -> step.did().equals("Opened " + table.qualifiedName() + ".")).singleElement()
                .satisfies(step -> assertThat(step.figures()).singleElement()
                        .satisfies(figure -> assertThat(Integer.parseInt(figure.database())).isPositive()));
    }

    @Test
    void everyPictureCanBeOpened() throws IOException {
        List<String> pictures = steps.stream().flatMap(step -> step.pictures().stream()).toList();
        assertThat(pictures).contains("first-start-light.png", "overview-dark.png", "promotion-preview-light.png", "error-light.png",
                "import-dark.png", "intake-light.png", "master-light.png", "matches-light.png",
                "rule-tried-light.png", "fix-dark.png", "note-light.png",
                "matches-decided-light.png", "take-back-light.png", "slots-light.png", "people-light.png",
                "people-intake-light.png", "people-judged-light.png", "people-promotion-dark.png",
                "verify-emails-light.png", "emails-verified-dark.png", "sidecar-form-light.png", "sidecar-found-dark.png",
                "company-sidecars-light.png", "people-sidecars-light.png", "log-light.png");
        for (String picture : pictures) {
            assertThat(ImageIO.read(out().resolve(picture).toFile())).as(picture).isNotNull();
        }
    }

    @Test
    void theStepsAreWrittenDown() throws IOException {
        assertThat(Files.readString(out().resolve("steps.json")))
                .contains("\"ok\" : true", "promotion-preview-light.png", "\"agrees\" : true");
    }

    @Test
    void whatBrokeOffIsNotOk() throws Exception {
        var database = TestDatabases.migrated();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake ADD CHECK (false)");
        var broken = new Tour((uri, executor) -> new OpenDesk(DemoDesk.over(database), () -> { }),
                Preferences.at(folder.resolve("other.json")), folder.resolve("broken"), folder);
        assertThatThrownBy(() -> broken.run(did -> { })).isInstanceOf(NoSuchElementException.class);
        assertThat(Files.readString(folder.resolve("broken/steps.json"))).contains("\"ok\" : false", "Loaded the sample batch.");
    }

    private List<String> figures(String name) {
        return steps.stream().flatMap(step -> step.figures().stream()).filter(figure -> figure.name().equals(name))
                .map(TourStep.Figure::window).toList();
    }

    private static Path out() {
        return Path.of(System.getProperty("steward.tour", folder.resolve("out").toString()));
    }
}
