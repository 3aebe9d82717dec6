package barton.steward.db.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The passwords of a home's own server, in files that nobody else may read.
record Passwords(ServerFiles files) {
    private static final int BYTES = 32;

    static String draw() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Of the role that the application works as; empty where the file is lost or says nothing.
    Optional<String> owner() throws IOException {
        return in(files.password());
    }

    /// Of the server's administrator; empty where the file is lost, says nothing, or is of a time when both had one password.
    Optional<String> superuser() throws IOException {
        return in(files.superuserPassword());
    }

    void keepOwner(String password) throws IOException {
        PrivateFiles.write(files.password(), password);
    }

    void keepSuperuser(String password) throws IOException {
        PrivateFiles.write(files.superuserPassword(), password);
    }

    /// An editor ends a file with a line break; what is no text is a wrong password like any other.
    private static Optional<String> in(Path file) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
