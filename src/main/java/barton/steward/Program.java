package barton.steward;

import barton.steward.cli.Surroundings;
import barton.steward.service.Desks;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything wired together.
final class Program implements Surroundings {
    private final Map<String, String> environment = System.getenv();
    private final Path log;

    Program(Path log) {
        this.log = log;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Desks desks(Consumer<String> progress) {
        return new Databases(environment, progress);
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        new Screen(environment, Native::missing).requireWindows();
        return 0;
    }

    @Override
    public int tour(Path folder) {
        return 0;
    }
}
