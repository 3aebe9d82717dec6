package barton.steward.config;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/// Takes passwords out of whatever is logged, and makes control characters visible; `logback.xml` puts it around each line.
public final class RedactingConverter extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String line) {
        return Visible.lines(Redaction.clean(line));
    }
}
