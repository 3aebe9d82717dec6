package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

class DriverTest {
    @Test
    void everyHostHasItsPort() {
        PGSimpleDataSource source = prepared(settings("postgresql://ann@h1:5432,[2001:db8::1]:5433,h3/db"));
        assertThat(source.getServerNames()).containsExactly("h1", "2001:db8::1", "h3");
        assertThat(source.getPortNumbers()).containsExactly(5432, 5433, 5432);
    }

    @ParameterizedTest
    @CsvSource({"any,any", "read-write,primary", "primary,primary", "read-only,secondary", "standby,secondary",
        "prefer-standby,preferSecondary"})
    void kindOfServerIsSaidInTheDriversWords(String asked, String said) throws SQLException {
        PGSimpleDataSource source = prepared(settings("postgresql://h1,h2/db?target_session_attrs=" + asked));
        assertThat(source.getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo(said);
    }

    @Test
    void whoReadsFromAStandbyWritesToThePrimary() throws SQLException {
        ConnectionSettings settings = settings("postgresql://h1,h2/db?steward_reads=standby");
        assertThat(prepared(settings).getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo("primary");
        assertThat(prepared(settings.standbys().orElseThrow()).getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo("secondary");
    }

    private static ConnectionSettings settings(String address) {
        return ConnectionSource.resolve(Optional.of(address), Map.of()).orElseThrow();
    }

    private static PGSimpleDataSource prepared(ConnectionSettings settings) {
        var source = new PGSimpleDataSource();
        Driver.prepare(source, settings, Duration.ofSeconds(1));
        return source;
    }
}
