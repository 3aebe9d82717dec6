package barton.steward.service.recipe;

import barton.steward.catalog.Entity;
import barton.steward.dao.step.StepJson;
import barton.steward.model.StewardException;
import barton.steward.model.recipe.Recipe;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A recipe as a JSON file: `{"steward_recipe": 1, "name": …, "entity": "company", "steps": […]}`.
public final class RecipeFile {
    private static final String KIND = "steward_recipe";
    private static final int VERSION = 1;
    private static final long LARGEST = 16_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private RecipeFile() {
    }

    /// @throws StewardException of kind REFUSED where the file is there already and is not to be replaced, or cannot be written
    public static void write(Recipe recipe, Path file, boolean replace) {
        ObjectNode node = JSON.createObjectNode();
        node.put(KIND, VERSION).put("name", recipe.name()).put("entity", recipe.entity().word());
        node.set("steps", JSON.readTree(StepJson.write(recipe.steps())));
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
            if (replace) {
                Files.writeString(file, text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StewardException(StewardException.Kind.REFUSED, file.getFileName() + " is there already; nothing was written.",
                    "Name another file, or replace it (`--replace`).", e);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, file + " cannot be written.", "Check the folder.", e);
        }
    }

    /// @throws StewardException of kind REFUSED where the file cannot be read or holds no recipe, with why
    public static Recipe read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw refused(file, "it is too large", null);
            }
            JsonNode node = JSON.readTree(Files.readString(file));
            if (!node.isObject() || !node.path(KIND).isInt()) {
                throw refused(file, "it does not say that it is one", null);
            }
            if (node.get(KIND).asInt() != VERSION) {
                throw refused(file, "it is of another version of the program", null);
            }
            Entity entity = Arrays.stream(Entity.values()).filter(e -> e.word().equals(node.path("entity").asString(""))).findFirst()
                    .orElseThrow(() -> refused(file, "it says neither “company” nor “person” as its entity", null));
            return new Recipe(node.path("name").asString(""), entity, StepJson.read(entity, node.path("steps")), null, null);
        } catch (IllegalArgumentException e) {
            throw refused(file, e.getMessage(), e);
        } catch (JacksonException e) {
            throw refused(file, "it is no JSON" + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr()), e);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, file + " cannot be read.", "Check its name and that it is text.", e);
        }
    }

    private static StewardException refused(Path file, String why, Exception cause) {
        return new StewardException(StewardException.Kind.REFUSED, file.getFileName() + " holds no recipe: " + why + ". Nothing was saved.",
                "`steward recipe export` writes one.", cause);
    }
}
