package barton.steward.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSourceTest {
    @TempDir
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void environment() {
        environment.put("HOME", home.toString());
        environment.put("USER", "login");
    }

    @Test
    void nothingConfiguredMeansTheLocalDatabase() {
        environment.put("PGHOST", "");
        environment.put("PGUSER", "ann");
        assertThat(ConnectionSource.resolve(Optional.empty(), environment)).isEmpty();
    }

    @Test
    void addressGivenWinsOverAllVariables() {
        environment.put("STEWARD_DB", "postgresql://b/db");
        environment.put("PGHOST", "c");
        assertThat(resolve("postgresql://a/db").address()).isEqualTo("a:5432");
    }

    @Test
    void variableOfThisProgramWinsOverThoseOfLibpq() {
        environment.put("STEWARD_DB", "postgresql://b/db");
        environment.put("PGHOST", "c");
        assertThat(resolve().address()).isEqualTo("b:5432");
    }

    @Test
    void variablesOfLibpqAreEnough() {
        environment.putAll(Map.of("PGHOST", "h", "PGPORT", "6432", "PGDATABASE", "Marketing DB", "PGUSER", "ann", "PGPASSWORD", "p",
                "PGSSLMODE", "require", "PGAPPNAME", "cron", "PGCHANNELBINDING", "require", "PGCONNECT_TIMEOUT", "3"));
        assertThat(resolve()).isEqualTo(new ConnectionSettings(java.util.List.of(new ConnectionSettings.Host("h", 6432)), "Marketing DB",
                "ann", Secret.of("p"), SslMode.REQUIRE,
                Map.of("application_name", "cron", "channel_binding", "require", "connect_timeout", "3"), false));
    }

    @Test
    void variablesFillWhatAnAddressLeavesOpen() {
        environment.putAll(Map.of("PGPASSWORD", "p", "PGPORT", "6432", "PGUSER", "bob"));
        ConnectionSettings settings = resolve("postgresql://ann@h/db");
        assertThat(settings.user()).isEqualTo("ann");
        assertThat(settings.address()).isEqualTo("h:6432");
        assertThat(settings.password()).isEqualTo(Secret.of("p"));
    }

    @Test
    void variableThatMakesNoSenseIsNamed() {
        environment.putAll(Map.of("PGHOST", "h", "PGSSLMODE", "yes"));
        assertThatThrownBy(this::resolve).isInstanceOf(StewardException.class).hasMessageContaining("sslmode has to be one of");
    }

    @Test
    void serviceIsLookedUp() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                [other]
                host=other.example.org
                # the one
                [marketing]
                host = db.example.org
                dbname=Marketing DB
                user=ann
                [last]
                port=1
                """);
        environment.put("PGSERVICE", "marketing");
        environment.put("PGPORT", "6432");
        assertThat(resolve().label()).isEqualTo("Marketing DB as ann on db.example.org");
        assertThat(resolve().address()).isEqualTo("db.example.org:6432");
    }

    @Test
    void serviceCanComeFromTheSystemsFile() throws IOException {
        Path system = Files.createDirectory(home.resolve("etc"));
        Files.writeString(system.resolve("pg_service.conf"), "[m]\nhost=sys\n");
        environment.put("PGSYSCONFDIR", system.toString());
        assertThat(resolve("postgresql:///db?service=m").address()).isEqualTo("sys:5432");
    }

    @Test
    void unknownServiceIsRefused() {
        environment.put("PGSERVICE", "nowhere");
        assertThatThrownBy(this::resolve).hasMessageContaining("no service file");
    }

    @Test
    void unknownParameterOfAServiceIsNamed() throws IOException {
        Files.writeString(home.resolve("services"), "[m]\nhots=h\n");
        environment.putAll(Map.of("PGSERVICE", "m", "PGSERVICEFILE", home.resolve("services").toString()));
        assertThatThrownBy(this::resolve).hasMessageContaining("“hots”");
    }

    @Test
    void passwordComesFromTheFirstLineOfThePasswordFileThatFits() throws IOException {
        pgpass("""
                # comment
                other:5432:db:ann:no
                h:*:d\\:b:ann:p\\:a\\\\ss
                *:*:*:*:fallback
                """);
        assertThat(resolve("postgresql://ann@h/d%3Ab").password()).isEqualTo(Secret.of("p:a\\ss"));
        assertThat(resolve("postgresql://bob@h/db").password()).isEqualTo(Secret.of("fallback"));
    }

    @Test
    void passwordFileCanBeElsewhere() throws IOException {
        Files.move(pgpass("*:*:*:*:p\n"), home.resolve("pw"));
        environment.put("PGPASSFILE", home.resolve("pw").toString());
        assertThat(resolve("postgresql://ann@h/db").password()).isEqualTo(Secret.of("p"));
    }

    @Test
    void passwordOfTheAddressWinsOverThePasswordFile() throws IOException {
        pgpass("*:*:*:*:file\n");
        assertThat(resolve("postgresql://ann:own@h/db").password()).isEqualTo(Secret.of("own"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void passwordFileThatOthersMayReadIsRefused() throws IOException {
        Path file = pgpass("*:*:*:*:canary\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> resolve("postgresql://ann@h/db")).isInstanceOf(StewardException.class)
                .hasMessageContaining("others may read it").hasMessageNotContaining("canary");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void passwordFileOfOtherDatabasesDoesNotMatter() throws IOException {
        Files.setPosixFilePermissions(pgpass("other:*:*:*:p\n"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(resolve("postgresql://ann@h/db").password()).isEqualTo(Secret.NONE);
    }

    @Test
    void serverElsewhereHasToProveItselfByTheOwnAuthorityWhereThereIsOne() throws IOException {
        Path authority = Files.createDirectory(home.resolve(".postgresql")).resolve("root.crt");
        Files.writeString(authority, "");
        ConnectionSettings settings = resolve("postgresql://h/db");
        assertThat(settings.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(settings.parameters()).containsEntry("sslrootcert", authority.toString());
    }

    @Test
    void authorityGivenWithRequireIsChecked() throws IOException {
        Path authority = Files.writeString(home.resolve("ca.crt"), "");
        assertThat(resolve("postgresql://h/db?sslmode=require&sslrootcert=" + authority).sslMode()).isEqualTo(SslMode.VERIFY_CA);
    }

    @Test
    void ownAuthorityIsCheckedWithRequireToo() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve(".postgresql")).resolve("root.crt"), "");
        assertThat(resolve("postgresql://h/db?sslmode=require").sslMode()).isEqualTo(SslMode.VERIFY_CA);
    }

    @Test
    void passwordOfOneHostIsNotSentToAnother() throws IOException {
        pgpass("h2:*:*:*:canary\n");
        assertThatThrownBy(() -> resolve("postgresql://ann@h1,h2/db")).hasMessageContaining("some of them only")
                .hasMessageNotContaining("canary");
        pgpass("h2:*:*:*:p\nh1:*:*:*:p\n");
        assertThat(resolve("postgresql://ann@h1,h2/db").password()).isEqualTo(Secret.of("p"));
    }

    @Test
    void passwordOfTheFileCanBeForTheHostsOneByOneButNotDiffer() throws IOException {
        pgpass("h1:5432:*:*:canary\nh2:5433:*:*:other\nh2:*:*:*:canary\n");
        assertThat(resolve("postgresql://ann@h1:5432,h2:5434/db").password()).isEqualTo(Secret.of("canary"));
        assertThatThrownBy(() -> resolve("postgresql://ann@h1:5432,h2:5433/db")).hasMessageContaining("different passwords")
                .hasMessageNotContaining("canary");
    }

    @Test
    void variablesCanNameSeveralHosts() {
        environment.putAll(Map.of("PGHOST", "h1,h2", "PGPORT", "5432,5433", "PGTARGETSESSIONATTRS", "read-write",
                "STEWARD_READS", "standby", "PGPASSWORD", "canary"));
        ConnectionSettings settings = resolve();
        assertThat(settings.address()).isEqualTo("h1:5432, h2:5433");
        assertThat(settings.standbys()).isPresent();
        environment.put("PGPORT", "1,2,3");
        assertThatThrownBy(this::resolve).hasMessageContaining("2 hosts and 3 ports").hasMessageNotContaining("canary");
    }

    @Test
    void serviceCanNameSeveralHosts() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                [m]
                host=h1,h2
                port=5432,5433
                target_session_attrs=primary
                """);
        assertThat(resolve("postgresql:///db?service=m&steward_reads=standby").address()).isEqualTo("h1:5432, h2:5433");
        assertThat(resolve("postgresql:///db?service=m").parameters()).containsEntry("target_session_attrs", "primary");
    }

    @Test
    void addressOfTheHostIsUsedWhereItHasNoName() {
        environment.put("PGHOSTADDR", "10.0.0.7");
        assertThat(resolve().address()).isEqualTo("10.0.0.7:5432");
        assertThat(resolve("postgresql://a/db").address()).isEqualTo("a:5432");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PGSSLCRL", "PGSSLCRLDIR", "PGSSLMINPROTOCOLVERSION", "PGREQUIREPEER"})
    void settingOfSecurityThatCannotBeKeptIsRefused(String variable) {
        environment.putAll(Map.of("PGHOST", "h", variable, "canary"));
        assertThatThrownBy(this::resolve).hasMessageContaining(variable).hasMessageNotContaining("canary");
    }

    private Path pgpass(String text) throws IOException {
        Path file = Files.writeString(home.resolve(".pgpass"), text);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private ConnectionSettings resolve(String... address) {
        return ConnectionSource.resolve(java.util.Arrays.stream(address).findFirst(), environment).orElseThrow();
    }
}
