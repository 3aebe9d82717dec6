package barton.steward.service.store;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.service.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// One file on its way from a store: goes on where the connection was cut, always of the same version, and is compared with the sum that
/// the store keeps of it.
final class S3Download {
    private static final int MOST_CUTS_IN_A_ROW = 4;
    private static final int REPLACED = 412;
    /// The version of a file that was put in one piece is the MD5 of its bytes, unless the store encrypts it with keys of its own.
    private static final Pattern MD5 = Pattern.compile("\"?([0-9a-f]{32})\"?");
    private static final String NOTHING_TAKEN = "nothing was taken";

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final StoredFile file;
    private final String address;
    private GetObjectResponse said;

    S3Download(S3Client client, String bucket, String key, StoredFile file, String address) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.file = file;
        this.address = address;
    }

    Path into(Path target) {
        int cuts = 0;
        long done = 0;
        try {
            Files.createFile(target);
            do {
                try {
                    append(target, done);
                    check(target);
                    return target;
                } catch (IOException | SdkClientException e) {
                    Work.checkCancelled();
                    long now = Files.size(target);
                    cuts = now > done ? 0 : cuts + 1;
                    done = now;
                    if (cuts == MOST_CUTS_IN_A_ROW) {
                        throw broken(e);
                    }
                }
            } while (true);
        } catch (S3Exception e) {
            throw e.statusCode() == REPLACED ? StewardException.refused(address + " was replaced meanwhile; nothing was taken.",
                    "The same command takes the new one.") : S3Failure.of(e, address, NOTHING_TAKEN);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void append(Path target, long from) throws IOException {
        if (from == file.bytes() && said != null) {
            return;
        }
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(key);
        if (!file.version().isBlank()) {
            request.ifMatch(file.version());
        }
        if (from > 0) {
            request.range("bytes=" + from + "-");
        }
        try (ResponseInputStream<GetObjectResponse> in = client.getObject(request.build());
                var _ = Work.onCancel(in::abort);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.APPEND)) {
            said = in.response();
            var bytes = new byte[65_536];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                Work.checkCancelled();
                out.write(bytes, 0, length);
            }
        } catch (AbortedException e) {
            Work.checkCancelled();
            throw e;
        }
        if (Files.size(target) < file.bytes()) {
            throw new IOException("cut off");
        }
    }

    private void check(Path target) throws IOException {
        String sum = said.metadata().get(S3Store.SHA256);
        boolean same = Files.size(target) == file.bytes();
        if (sum != null) {
            same &= sum.equalsIgnoreCase(TextFile.sha256(target));
        } else if (MD5.matcher(file.version()).matches() && said.ssekmsKeyId() == null && said.sseCustomerAlgorithm() == null) {
            try (InputStream in = Files.newInputStream(target)) {
                same &= file.version().contains(HexFormat.of().formatHex(S3Store.digest(in, "MD5")));
            }
        }
        if (!same) {
            throw StewardException.refused(address + " did not arrive as it was stored; nothing was taken.",
                    "Try again; where that helps nothing, have it stored anew.");
        }
    }

    private StewardException broken(Exception e) {
        return e instanceof SdkException sdk ? S3Failure.of(sdk, address, NOTHING_TAKEN)
                : new StewardException(StewardException.Kind.REFUSED, address + " could not be brought here; nothing was taken.",
                        "Check the network, and that there is space left; the same command tries again.", e);
    }
}
