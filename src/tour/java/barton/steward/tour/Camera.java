package barton.steward.tour;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Takes pictures of the window, each in the light and in the dark look.
final class Camera {
    private final Stage stage;
    private final UiRobot robot;
    private final Path folder;

    Camera(Stage stage, UiRobot robot, Path folder) {
        this.stage = stage;
        this.robot = robot;
        this.folder = folder;
    }

    /// @return the names of the files
    List<String> take(String name) {
        return List.of(take(name + "-dark.png", new PrimerDark()), take(name + "-light.png", new PrimerLight()));
    }

    private String take(String file, Theme theme) {
        WritableImage seen = robot.onWindow(() -> {
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
            return stage.getScene().snapshot(null);
        });
        try {
            Files.write(folder.resolve(file), Png.of(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
