package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import barton.steward.catalog.Table;
import barton.steward.cli.Launcher.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tour as anyone starts it, in a home where nothing is yet and without a display.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourIT {
    @TempDir
    private static Path folder;
    private Path home;
    private Path temporary;
    private Path out;
    private Result result;
    private JsonNode kept;

    @BeforeAll
    void tour() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        out = folder.resolve("not/there/yet");
        result = new Launcher(home).with("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .run("tour", "--out", out.toString(), "--json");
        kept = JsonMapper.shared().readTree(Files.readString(out.resolve("steps.json")));
    }

    @Test
    void endsWellAndSaysInJsonWhatItKept() {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.json().get("ok").asBoolean()).isTrue();
        assertThat(result.json().get("folder").asString()).isEqualTo(out.toString());
        assertThat(result.json().get("steps")).isEqualTo(kept.get("steps"));
    }

    @Test
    void windowAndDatabaseAgreeInEveryFigure() {
        assertThat(kept.get("ok").asBoolean()).isTrue();
        assertThat(figures()).hasSizeGreaterThan(30).allSatisfy(figure -> {
            assertThat(figure.get("window").asString()).as("%s", figure).matches("\\d+").isEqualTo(figure.get("database").asString());
            assertThat(figure.get("agrees").asBoolean()).isTrue();
        });
        assertThat(figures()).filteredOn(figure -> figure.get("name").asString().equals("companies promoted")).singleElement()
                .satisfies(figure -> assertThat(figure.get("window").asInt()).isGreaterThan(400));
    }

    @Test
    void theJobIsDoneFromIntakeToMasterAndBack() {
        assertThat(figures("rows to fix")).containsExactly(5);
        assertThat(figures("rows that are left of the class")).containsExactly(0);
        assertThat(figures("records sent out")).singleElement(INTEGER).isPositive();
        assertThat(figures("enrichments to take along")).isEqualTo(figures("sidecars made")).singleElement(INTEGER).isPositive();
        assertThat(figures("records to update")).containsExactly(3);
        assertThat(figures("pairs decided")).containsExactly(1);
        assertThat(figures("held back by a match")).containsExactly(1);
        assertThat(figures("companies to take back")).singleElement(INTEGER).isPositive();
        assertThat(figures("people to take back")).isEqualTo(figures("people promoted"));
    }

    @Test
    void emailsAreVerifiedFromAFileAndASidecarIsFoundByItsTag() {
        assertThat(figures("people to change")).containsExactly(3);
        assertThat(figures("results kept")).containsExactly(4);
        assertThat(figures("people with a verified e-mail")).containsExactly(3);
        assertThat(figures("sidecars with the tag")).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"INTAKE", "MASTER"})
    void noViewIsPicturedEmpty(Table table) {
        assertThat(kept.get("steps").valueStream()).filteredOn(s -> s.get("did").asString().equals("Opened " + table.qualifiedName() + "."))
                .singleElement().satisfies(s -> assertThat(s.get("figures").get(0).get("database").asInt()).isPositive());
    }

    @Test
    void everyPictureIsThereAndShowsAWindow() throws Exception {
        List<String> pictures = kept.get("steps").valueStream().flatMap(step -> step.get("pictures").valueStream())
                .map(JsonNode::asString).toList();
        assertThat(pictures).hasSizeGreaterThan(30).contains("first-start-light.png", "promotion-preview-dark.png",
                "overview-dark.png", "error-light.png", "import-dark.png", "import-profile-light.png",
                "profile-light.png", "spellings-dark.png", "update-file-light.png", "update-light.png", "recipes-dark.png",
                "export-light.png", "intake-light.png", "master-light.png", "matches-light.png", "matches-groups-dark.png",
                "rule-tried-light.png", "fix-dark.png", "note-light.png", "enrichment-export-light.png", "enrichment-import-dark.png",
                "matches-decided-light.png", "take-back-light.png", "take-people-back-dark.png", "slots-light.png", "people-light.png",
                "people-intake-light.png", "people-checked-light.png", "people-promotion-dark.png", "verify-emails-light.png",
                "emails-verified-dark.png", "sidecar-form-light.png", "sidecar-found-dark.png", "company-sidecars-light.png",
                "people-sidecars-light.png", "log-light.png");
        for (String picture : pictures) {
            var image = ImageIO.read(out.resolve(picture).toFile());
            assertThat(image).as(picture).isNotNull();
            assertThat(List.of(image.getWidth(), image.getHeight())).as(picture).containsExactly(1360, 860);
            assertThat(image.getRGB(0, 0, 1360, 860, null, 0, 1360)).as(picture).satisfies(dots ->
                    assertThat(Arrays.stream(dots).distinct().count()).isGreaterThan(10));
        }
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(pictures.stream(), Stream.of("steps.json")).toList());
        }
    }

    @Test
    void nothingStaysOfTheDatabaseItWasDoneOn() {
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
        assertThat(ProcessHandle.allProcesses().map(process -> String.join(" ", process.info().arguments().orElse(new String[0]))))
                .noneMatch(command -> command.contains(temporary.toString()));
    }

    private List<Integer> figures(String name) {
        return figures().stream().filter(figure -> figure.get("name").asString().equals(name)).map(f -> f.get("window").asInt()).toList();
    }

    private List<JsonNode> figures() {
        return kept.get("steps").valueStream().flatMap(step -> step.get("figures").valueStream()).toList();
    }
}
