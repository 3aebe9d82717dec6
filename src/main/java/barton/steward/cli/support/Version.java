package barton.steward.cli.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version that the build wrote down. Knows nothing else, so that it is told at once.
public final class Version {
    private Version() {
    }

    /// Whether nothing but the version is asked for.
    public static boolean isAskedBy(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    public static String text() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("/barton/steward/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Barton Steward " + properties.getProperty("version");
    }
}
