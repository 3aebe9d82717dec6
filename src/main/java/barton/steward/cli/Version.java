package barton.steward.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Reads the version that the build wrote down.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("/barton/steward/version.properties")) {
            properties.load(in);
        }
        return new String[] {"Barton Steward " + properties.getProperty("version")};
    }
}
