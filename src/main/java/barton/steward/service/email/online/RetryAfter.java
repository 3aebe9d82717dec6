package barton.steward.service.email.online;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a service wants to be asked again, as the header says: in seconds, or at a time.
final class RetryAfter {
    private RetryAfter() {
    }

    static Optional<Duration> of(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").map(String::strip).flatMap(RetryAfter::read);
    }

    private static Optional<Duration> read(String said) {
        if (said.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Duration until = Duration.between(Instant.now(), ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
