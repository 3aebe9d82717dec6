package barton.steward.service.email.online;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// The descriptions of services: those that come with the program, and files of the steward's own, which go before them.
final class ServiceDescriptions {
    private static final List<String> OURS = List.of("zerobounce", "neverbounce");
    private static final String ENDING = ".json";
    private static final long LARGEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private ServiceDescriptions() {
    }

    /// The service of a name, or of a file whose name ends with `.json`.
    /// @param folder of the steward's own descriptions, which need not be there
    /// @throws StewardException of kind REFUSED where there is none, or it describes nothing usable
    static ServiceDescription named(String name, Path folder) {
        if (name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return read(Path.of(name));
        }
        String word = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Path own = folder.resolve(word + ENDING);
        if (Files.exists(own)) {
            return read(own);
        }
        if (!OURS.contains(word)) {
            throw StewardException.refused("How “" + name + "” is asked is not known; nobody was asked.",
                    "Known are " + String.join(", ", OURS) + "; others are described by a file " + own + ".");
        }
        try (InputStream in = ServiceDescriptions.class.getResourceAsStream("/barton/steward/verification/" + word + ENDING)) {
            return JSON.readValue(in.readAllBytes(), ServiceDescription.class);
        } catch (IOException e) {
            throw new IllegalStateException("the description of " + word + " came with the program", e);
        }
    }

    private static ServiceDescription read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw refused(file, "it is too large", null);
            }
            return JSON.readValue(Files.readAllBytes(file), ServiceDescription.class);
        } catch (UnrecognizedPropertyException e) {
            throw refused(file, "“" + e.getPropertyName() + "” is nothing that a description has", e);
        } catch (JacksonException e) {
            throw refused(file, e.getCause() instanceof IllegalArgumentException wrong ? wrong.getMessage()
                    : "it is not as it must be" + (e.getLocation() == null || e.getLocation().getLineNr() < 1 ? ""
                    : " at line " + e.getLocation().getLineNr()), e);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, file + " cannot be read; nobody was asked.", "Check its name.", e);
        }
    }

    private static StewardException refused(Path file, String why, Exception cause) {
        return new StewardException(StewardException.Kind.REFUSED, file + " describes no service: " + why + ". Nobody was asked.",
                "docs/verification.md tells what a description has.", cause);
    }
}
