package barton.steward.service.store;

import barton.steward.model.StewardException;
import barton.steward.service.export.WholeFile;
import barton.steward.service.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket, or the part of it that begins with a prefix.
final class S3Store implements ObjectStore {
    static final String SHA256 = "sha256";
    private static final Pattern ADDRESS = Pattern.compile("s3://([^/\\s]+)(?:/(.*))?");
    private static final String JSON = ".json";
    private static final String NOTHING_WRITTEN = "nothing was written";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int EXISTS = 412;
    private static final int BEING_WRITTEN = 409;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    static S3Store at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw StewardException.refused(address + " is no address of a bucket.", "It looks like s3://bucket/prefix.");
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2);
        boolean folder = prefix.isEmpty() || prefix.endsWith("/") || prefix.endsWith(JSON);
        try {
            return new S3Store(S3Settings.client(), parts.group(1), folder ? prefix : prefix + "/");
        } catch (SdkException e) {
            throw S3Failure.of(e, address, "nothing was done");
        }
    }

    @Override
    public String address(String name) {
        return "s3://" + bucket + "/" + key(name);
    }

    private String key(String name) {
        return prefix.endsWith(JSON) ? prefix : prefix + name;
    }

    @Override
    public List<StoredFile> list() {
        try {
            return client.listObjectsV2Paginator(ask -> ask.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(o -> !o.key().endsWith("/"))
                    .map(o -> new StoredFile(prefix.endsWith(JSON) ? o.key().substring(prefix.lastIndexOf('/') + 1)
                            : o.key().substring(prefix.length()), o.size(), o.eTag() == null ? "" : o.eTag())).toList();
        } catch (SdkException e) {
            throw S3Failure.of(e, address(""), "nothing was taken");
        }
    }

    @Override
    public boolean put(String name, Path file) {
        boolean[] sure = new boolean[1];
        if (isThere(name, sure)) {
            return false;
        }
        PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key(name)).contentType("application/json")
                .contentMD5(md5(file)).metadata(Map.of(SHA256, TextFile.sha256(file))).ifNoneMatch("*");
        try {
            client.putObject(request.build(), RequestBody.fromFile(file));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == EXISTS || e.statusCode() == BEING_WRITTEN) {
                return false;
            }
            if (e.statusCode() != NOT_IMPLEMENTED || !sure[0]) {
                throw S3Failure.of(e, address(name), NOTHING_WRITTEN);
            }
            return putWithoutCondition(request, name, file);
        } catch (SdkException e) {
            throw S3Failure.of(e, address(name), NOTHING_WRITTEN);
        }
    }

    /// For stores that do not know the condition, and that were seen to have no such file.
    private boolean putWithoutCondition(PutObjectRequest.Builder request, String name, Path file) {
        try {
            client.putObject(request.ifNoneMatch(null).build(), RequestBody.fromFile(file));
            return true;
        } catch (SdkException e) {
            throw S3Failure.of(e, address(name), NOTHING_WRITTEN);
        }
    }

    /// @param sure becomes true where the store said so; keys that may only write are not told
    private boolean isThere(String name, boolean[] sure) {
        try {
            client.headObject(ask -> ask.bucket(bucket).key(key(name)));
            return true;
        } catch (S3Exception e) {
            sure[0] = e.statusCode() == NOT_FOUND;
            if (sure[0] || e.statusCode() == FORBIDDEN) {
                return false;
            }
            throw S3Failure.of(e, address(name), NOTHING_WRITTEN);
        } catch (SdkException e) {
            throw S3Failure.of(e, address(name), NOTHING_WRITTEN);
        }
    }

    @Override
    public Path fetch(StoredFile file, Path folder) {
        return new S3Download(client, bucket, key(file.name()), file, address(file.name())).into(folder.resolve(file.shortName()));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String md5(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Base64.getEncoder().encodeToString(digest(in, "MD5"));
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    static byte[] digest(InputStream in, String algorithm) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            var bytes = new byte[65_536];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                digest.update(bytes, 0, length);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
