package barton.steward.support;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A self-signed certificate made for a test: what a server shows, and the file by which a client may trust it.
public record Certificate(SSLContext context, Path file) {
    /// @param names such as `dns:localhost,ip:127.0.0.1`
    public static Certificate of(Path folder, String names) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Path file = folder.resolve("server.crt");
        keytool("-genkeypair", "-keystore", store.toString(), "-storepass", "test-only", "-alias", "server", "-keyalg", "EC",
                "-dname", "CN=test", "-ext", "san=" + names, "-validity", "2");
        keytool("-exportcert", "-keystore", store.toString(), "-storepass", "test-only", "-alias", "server", "-rfc", "-file",
                file.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "test-only".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "test-only".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Certificate(context, file);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }
}
