package barton.steward.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import barton.steward.config.Preferences;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The light or the dark look: as the system has it, or as the steward chose.
public final class Themes {
    private static final String KEY = "theme";

    private final ReadOnlyObjectWrapper<Paint> background = new ReadOnlyObjectWrapper<>();
    private final Preferences preferences;
    private final ChangeListener<ColorScheme> onSystem = (o, was, now) -> apply();

    /// What the steward chose.
    public enum Choice { SYSTEM, LIGHT, DARK }

    public Themes(Preferences preferences) {
        this.preferences = preferences;
        Platform.getPreferences().colorSchemeProperty().addListener(onSystem);
        apply();
    }

    public Choice choice() {
        return preferences.get(KEY, Choice.class).orElse(Choice.SYSTEM);
    }

    public void choose(Choice choice) {
        preferences.put(KEY, choice);
        apply();
    }

    /// One for each choice, and one that leads from light to dark or back.
    public List<Command> commands() {
        Stream<Command> choices = Stream.of(Choice.values())
                .map(choice -> Command.of("theme-" + choice.name().toLowerCase(Locale.ROOT), null, () -> choose(choice)));
        return Stream.concat(choices, Stream.of(Command.of("theme", null, () -> choose(dark() ? Choice.LIGHT : Choice.DARK)))).toList();
    }

    public boolean dark() {
        return switch (choice()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// What a window is filled with as long as nothing is drawn in it.
    public ReadOnlyObjectProperty<Paint> backgroundProperty() {
        return background.getReadOnlyProperty();
    }

    private void apply() {
        background.set(dark() ? Color.BLACK : Color.WHITE);
        Theme theme = dark() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
