package barton.steward.service.email.online;

import barton.steward.config.Secret;
import barton.steward.model.StewardException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Where the key of a service is: in a variable, else in the keyring of the system, where there is one.
final class ServiceKey {
    private static final String HOME_OF_KEYS = "barton-steward";
    private static final int PATIENCE_SECONDS = 30;
    private static final int LONGEST = 1_000;

    private ServiceKey() {
    }

    /// @throws StewardException of kind REFUSED where there is none
    static Secret of(ServiceDescription service, Map<String, String> environment) {
        Secret key = find(service, environment);
        if (key.isEmpty()) {
            throw StewardException.refused("There is no key of " + service.name() + "; nobody was asked.",
                    "Set " + service.key() + ", or put it into the keyring: secret-tool store --label='" + service.name()
                            + "' service " + HOME_OF_KEYS + " key " + service.word() + ".");
        }
        if (!key.reveal().matches("\\p{Graph}+")) {
            throw StewardException.refused("The key of " + service.name() + " has characters that no key has; nobody was asked.",
                    "Check " + service.key() + " or the keyring.");
        }
        return key;
    }

    private static Secret find(ServiceDescription service, Map<String, String> environment) {
        String given = Optional.ofNullable(environment.get(service.key())).orElse("").strip();
        return given.isEmpty() ? keyring(service, environment).orElse(Secret.NONE) : Secret.of(given);
    }

    private static Optional<Secret> keyring(ServiceDescription service, Map<String, String> environment) {
        return program("secret-tool", environment)
                .map(tool -> List.of(tool, "lookup", "service", HOME_OF_KEYS, "key", service.word()))
                .or(() -> program("security", environment).filter(_ -> System.getProperty("os.name").startsWith("Mac"))
                        .map(tool -> List.of(tool, "find-generic-password", "-w", "-s", HOME_OF_KEYS, "-a", service.word())))
                .flatMap(ServiceKey::said);
    }

    private static Optional<String> program(String name, Map<String, String> environment) {
        for (String folder : Optional.ofNullable(environment.get("PATH")).orElse("").split(File.pathSeparator)) {
            Path program = folder.isBlank() ? null : Path.of(folder, name);
            if (program != null && program.isAbsolute() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return Optional.of(program.toString());
            }
        }
        return Optional.empty();
    }

    /// What the program of the keyring answers; nothing where it knows no such key, or is not let in.
    private static Optional<Secret> said(List<String> command) {
        try {
            Process asked = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))).start();
            try {
                if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || asked.exitValue() != 0) {
                    return Optional.empty();
                }
                return Optional.of(Secret.of(new String(asked.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8).strip()));
            } finally {
                asked.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
