package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    void everyPictureIsThereAndShowsAWindow() throws Exception {
        List<String> pictures = kept.get("steps").valueStream().flatMap(step -> step.get("pictures").valueStream())
                .map(JsonNode::asString).toList();
        assertThat(pictures).hasSizeGreaterThan(30).contains("first-start-light.png", "promotion-preview-dark.png", "error-light.png");
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

    private List<JsonNode> figures() {
        return kept.get("steps").valueStream().flatMap(step -> step.get("figures").valueStream()).toList();
    }
}
