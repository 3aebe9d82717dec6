package barton.steward.service.store;

import barton.steward.model.StewardException;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What an S3-compatible store answers where it does not do what it is asked. Codes are those of Amazon; the words for a full bucket are of
/// Ceph, MinIO and Backblaze B2, which Amazon has none for.
final class S3Failure {
    private static final Set<String> KEYS = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken",
            "TokenRefreshRequired", "InvalidSecurity", "AuthorizationHeaderMalformed", "Unauthorized", "UnauthorizedAccess");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NO_STORAGE = 507;

    private S3Failure() {
    }

    static String code(S3Exception e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null ? "" : e.awsErrorDetails().errorCode();
    }

    /// @param address of what was to be read or written
    /// @param kept what is so now, as a part of a sentence
    static StewardException of(SdkException e, String address, String kept) {
        if (e instanceof S3Exception said) {
            return said(said, address, kept);
        }
        if (e instanceof SdkClientException && text(e).contains("unable to load credentials")) {
            return refused("There are no keys for " + address + "; " + kept + ".",
                    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, and try again.", e);
        }
        return refused("The store of " + address + " does not answer, or broke off; " + kept + ".",
                "Check the network and AWS_ENDPOINT_URL; the same command goes on.", e);
    }

    private static StewardException said(S3Exception e, String address, String kept) {
        String code = code(e);
        if (KEYS.contains(code) || e.statusCode() == UNAUTHORIZED) {
            return refused("The store of " + address + " does not accept these keys (" + code + "); " + kept + ".",
                    "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, or AWS_PROFILE.", e);
        }
        if (isFull(e)) {
            return refused("The bucket of " + address + " is full; " + kept + ".", "Make room, or have its limit raised, and try again.",
                    e);
        }
        if (code.equals("NoSuchBucket")) {
            return refused("There is no bucket for " + address + "; " + kept + ".", "Check its name, and AWS_ENDPOINT_URL.", e);
        }
        if (e.statusCode() == NOT_FOUND) {
            return refused("There is no " + address + "; " + kept + ".", "Check its name.", e);
        }
        if (e.statusCode() == FORBIDDEN) {
            return refused("These keys are not allowed to do that with " + address + "; " + kept + ".",
                    "Have them allowed to list, read and write there.", e);
        }
        return refused("The store of %s refused (%d %s); %s.".formatted(address, e.statusCode(), code, kept), "Try again later.", e);
    }

    private static boolean isFull(S3Exception e) {
        String said = (code(e) + " " + text(e)).toLowerCase(Locale.ROOT);
        return e.statusCode() == NO_STORAGE || said.contains("quota") || said.contains("storagefull") || said.contains("storage cap")
                || said.contains("storage_cap") || said.contains("capacityexceeded");
    }

    private static String text(SdkException e) {
        return e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    }

    private static StewardException refused(String message, String advice, SdkException cause) {
        return new StewardException(StewardException.Kind.REFUSED, message, advice, cause);
    }
}
