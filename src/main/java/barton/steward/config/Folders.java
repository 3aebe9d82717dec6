package barton.steward.config;

import barton.steward.model.StewardException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The folders of one steward's home, absolute, not necessarily there yet: settings, what must be kept, what may be forgotten (logs),
/// and what can be made again.
public record Folders(Path config, Path data, Path state, Path cache) {
    private static final String NAME = "barton-steward";

    /// The folders that this process's environment names.
    public static Folders fromEnvironment() {
        return of(System.getenv());
    }

    /// `STEWARD_HOME` holds all four; else each XDG variable that holds an absolute path, else XDG's defaults below `HOME`.
    /// @throws StewardException of kind REFUSED where the environment names no home
    public static Folders of(Map<String, String> environment) {
        return value(environment, "STEWARD_HOME").map(Path::of).map(Path::toAbsolutePath).map(Folders::below).orElseGet(() -> new Folders(
                xdg(environment, "XDG_CONFIG_HOME", ".config"),
                xdg(environment, "XDG_DATA_HOME", ".local/share"),
                xdg(environment, "XDG_STATE_HOME", ".local/state"),
                xdg(environment, "XDG_CACHE_HOME", ".cache")));
    }

    /// All four below one folder.
    public static Folders below(Path home) {
        return new Folders(home.resolve("config"), home.resolve("data"), home.resolve("state"), home.resolve("cache"));
    }

    private static Path xdg(Map<String, String> environment, String variable, String otherwise) {
        return value(environment, variable).map(Path::of).filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(otherwise)).resolve(NAME);
    }

    private static Path home(Map<String, String> environment) {
        return value(environment, "HOME").or(() -> value(environment, "USERPROFILE")).map(Path::of).map(Path::toAbsolutePath)
                .orElseThrow(() -> StewardException.refused("There is no home folder to keep things in: HOME is not set.",
                        "Set HOME, or set STEWARD_HOME to a folder of your choice."));
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(v -> !v.isBlank());
    }
}
