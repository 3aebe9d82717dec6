package barton.steward.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What is logged, and how: five files of 2 MB, without passwords. Logback finds it where there is no `logback.xml`, whose reading would
/// take every command a few hundredths of a second.
@ConfiguratorRank(ConfiguratorRank.NOMINAL - 1)
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %replace(%msg){'\\R', ' / '}%n%ex";
    private static final long MOST_BYTES = 2_000_000;
    private static final int OLDER_FILES = 4;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // The terminal belongs to what the user asked for, even where the log cannot be written.
        context.getStatusManager().add(new NopStatusListener());
        context.getLogger("com.zaxxer.hikari").setLevel(Level.WARN);
        var root = context.getLogger("ROOT");
        root.setLevel(Level.INFO);
        root.addAppender(file(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context) {
        String name = System.getProperty(LogFile.PROPERTY, Path.of(System.getProperty("java.io.tmpdir"), "steward.log").toString());
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(name);
        appender.setEncoder(encoder(context));
        var older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(name + ".%i");
        older.setMaxIndex(OLDER_FILES);
        older.start();
        appender.setRollingPolicy(older);
        var full = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        full.setContext(context);
        full.setMaxFileSize(new FileSize(MOST_BYTES));
        full.start();
        appender.setTriggeringPolicy(full);
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new Redacted();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    /// Takes passwords out of whatever is logged, and makes control characters visible.
    private static final class Redacted extends PatternLayout {
        @Override
        public String doLayout(ILoggingEvent event) {
            return Visible.lines(Redaction.clean(super.doLayout(event)));
        }
    }
}
