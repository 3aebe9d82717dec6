package barton.steward.service.store;

import barton.steward.model.StewardException;
import barton.steward.service.export.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder of this computer, or one file. A sync client that watches it sees files only when they are whole: until then their names begin
/// with a dot.
final class FolderStore implements ObjectStore {
    private final Path place;

    FolderStore(Path place) {
        this.place = place.toAbsolutePath().normalize();
    }

    @Override
    public List<StoredFile> list() {
        if (Files.isRegularFile(place)) {
            return List.of(stored(place));
        }
        mustBeThere();
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted()
                    .map(FolderStore::stored).toList();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private void mustBeThere() {
        if (!Files.isDirectory(place)) {
            throw StewardException.refused("There is no folder " + place + ".", "Make it, or name another one.");
        }
    }

    private static StoredFile stored(Path file) {
        try {
            return new StoredFile(file.getFileName().toString(), Files.size(file), "");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public boolean put(String name, Path file) {
        mustBeThere();
        Path target = place.resolve(name);
        Path part = place.resolve("." + name + "." + UUID.randomUUID() + ".part");
        try {
            if (Files.exists(target)) {
                return false;
            }
            try {
                Files.copy(file, part);
                Files.move(part, target);
                return true;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw WholeFile.unwritable(target, e);
        }
    }

    @Override
    public Path fetch(StoredFile file, Path folder) {
        Path from = Files.isRegularFile(place) ? place : place.resolve(file.name());
        try {
            return Files.copy(from, folder.resolve(file.shortName()));
        } catch (IOException e) {
            throw unreadable(from, e);
        }
    }

    private static StewardException unreadable(Path path, IOException e) {
        return new StewardException(StewardException.Kind.REFUSED, path + " cannot be read; nothing was taken.",
                "Check that it is still there and that you may read it.", e);
    }

    @Override
    public String address(String name) {
        return place.resolve(name).toString();
    }

    @Override
    public void close() {
        // A folder needs no closing.
    }
}
