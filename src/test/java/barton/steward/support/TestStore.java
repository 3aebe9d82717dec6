package barton.steward.support;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An S3 server of this process with the bucket `exchange`, which the program finds by AWS' properties as by its variables; it gets full,
/// breaks off or holds other bytes on demand.
public final class TestStore implements AutoCloseable {
    public static final String BUCKET = "exchange";
    public static final String SECRET = "canary-of-a-secret-key";
    private static final String KEY_ID = "test-key";
    private static final List<String> PROPERTIES = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region", "aws.endpointUrl",
            "aws.sharedCredentialsFile", "aws.configFile");

    private final BlobStore blobs = BlobStores.create("transient", new Properties());
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final S3Proxy server;
    private volatile boolean full;
    private volatile boolean spoilt;

    public TestStore() {
        blobs.createContainer(BUCKET);
        server = S3Proxy.builder().blobStore(new Faulty(blobs)).endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET).stopTimeout(0).build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        key(SECRET);
        System.setProperty("aws.accessKeyId", KEY_ID);
        System.setProperty("aws.region", "us-west-004");
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getPort());
        System.setProperty("aws.sharedCredentialsFile", "none");
        System.setProperty("aws.configFile", "none");
    }

    /// The secret key that the program uses from now on.
    public void key(String secret) {
        System.setProperty("aws.secretAccessKey", secret);
    }

    /// The program has no keys any more.
    public void noKeys() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    public void fillUp() {
        full = true;
    }

    /// The next transfers, up or down, are cut in their middle.
    public void cut(int transfers) {
        cuts.set(transfers);
    }

    /// Files are read with another byte than they were stored with.
    public void spoil() {
        spoilt = true;
    }

    /// How often a file, or a part of one, was asked for.
    public int reads() {
        return reads.get();
    }

    public void put(String key, String text) {
        blobs.putBlob(PutObjectRequest.builder().bucket(BUCKET).key(key).build(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    public String text(String key) {
        try (InputStream in = blobs.getBlob(BUCKET, key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> keys() {
        var keys = new ArrayList<String>();
        blobs.list(BUCKET).contents().forEach(o -> keys.add(o.key()));
        return keys;
    }

    @Override
    public void close() {
        PROPERTIES.forEach(System::clearProperty);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Faulty extends ForwardingBlobStore {
        private Faulty(BlobStore delegate) {
            super(delegate);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream in) {
            if (full) {
                throw (S3Exception) S3Exception.builder().statusCode(403).message("Quota exceeded").awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("QuotaExceeded").errorMessage("Quota exceeded").build()).build();
            }
            if (cuts.get() > 0 && cuts.getAndDecrement() > 0) {
                throw new UncheckedIOException(new IOException("cut"));
            }
            return super.putBlob(request, in);
        }

        @Override
        public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
            reads.incrementAndGet();
            var answer = super.getBlob(request);
            long length = answer.response().contentLength();
            boolean cut = cuts.get() > 0 && cuts.getAndDecrement() > 0;
            if (!cut && !spoilt) {
                return answer;
            }
            return new ResponseInputStream<>(answer.response(), new FilterInputStream(answer) {
                private long done;

                @Override
                public int read() throws IOException {
                    throw new IOException("by the block only");
                }

                @Override
                public int read(byte[] bytes, int from, int most) throws IOException {
                    if (cut && done >= length / 2) {
                        throw new IOException("cut");
                    }
                    int read = super.read(bytes, from, cut ? (int) Math.min(most, Math.max(1, length / 2 - done)) : most);
                    if (spoilt && done == 0 && read > 0) {
                        bytes[from] = ' ';
                    }
                    done += Math.max(read, 0);
                    return read;
                }
            });
        }
    }
}
