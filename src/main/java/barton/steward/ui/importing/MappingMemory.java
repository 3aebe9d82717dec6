package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.FileMapping;
import barton.steward.model.intake.ImportPreview;
import barton.steward.service.intake.Mappings;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The mappings that are kept: the one of the last file with the same headers, and those with a name.
final class MappingMemory {
    private final Mappings mappings;
    private final Entity entity;
    private final Tasks tasks;
    private final Channel listing;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<FileMapping> named = FXCollections.observableArrayList();
    private List<String> header = List.of();
    private Optional<FileMapping> before = Optional.empty();

    MappingMemory(Mappings mappings, Entity entity, Tasks tasks) {
        this.mappings = mappings;
        this.entity = entity;
        this.tasks = tasks;
        this.listing = tasks.channel();
        list();
    }

    private void list() {
        listing.run(Messages.get("import.mapping.listing"), () -> mappings.named(entity), named::setAll);
    }

    /// Under which name the mapping is kept; blank for none.
    StringProperty nameProperty() {
        return name;
    }

    /// Says where the mapping is from, if it was not recognised; else empty.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Those with a name.
    ObservableList<FileMapping> named() {
        return named;
    }

    void read(List<String> fileHeader, Optional<FileMapping> found) {
        header = fileHeader;
        before = found;
        name.set(found.map(FileMapping::name).orElse(""));
        note.set(found.map(MappingMemory::said).orElse(""));
    }

    /// How the file was mapped before, else what was recognised of its headers.
    Map<String, List<String>> of(ImportPreview preview) {
        return before.map(found -> Mappings.within(header, found.mapping())).orElse(preview.mapping());
    }

    Optional<Map<String, List<String>>> use(String wanted) {
        return named.stream().filter(m -> m.name().equals(wanted)).findFirst().map(found -> {
            name.set(found.name());
            note.set(said(found));
            return Mappings.within(header, found.mapping());
        });
    }

    private static String said(FileMapping found) {
        return Messages.get(found.name() == null ? "import.mapping.before" : "import.mapping.named",
                Formats.time(found.savedAt()), found.savedBy(), found.name());
    }

    void save(List<String> fileHeader, Map<String, List<String>> mapping) {
        String as = name.get().strip();
        tasks.save(Messages.get("import.mapping.saving"), () -> {
            mappings.save(entity, as, fileHeader, mapping);
            return mapping;
        }, saved -> list());
    }
}
