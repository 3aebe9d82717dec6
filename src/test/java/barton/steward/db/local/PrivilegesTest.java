package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivilegesTest {
    private static final List<String> ECHO = List.of("echo", "a b", "'$HOME'", "-D");

    @Test
    void ourselvesAddNothing() {
        assertThat(new Privileges.Direct().wrap(ECHO)).isEqualTo(ECHO);
    }

    @ParameterizedTest
    @EnumSource(Privileges.Means.class)
    void eachMeansTurnsIntoTheAccountAndPassesTheWordsOn(Privileges.Means means) {
        assumeTrue(Privileges.isRoot(), "only root can turn into another account");
        var any = Privileges.Account.any().orElseThrow();
        var account = new Privileges.Account(any.name(), any.uid(), any.gid(), means);
        assumeTrue(account.works(), "this system lacks it");
        assertThat(Command.run(account.wrap(ECHO)).output()).isEqualTo("a b '$HOME' -D");
        assertThat(Command.run(account.wrap(List.of("id", "-G"))).output().split(" ")).doesNotContain("0");
    }

    @Test
    void theAccountOfPostgresComesBeforeNobodys() {
        assumeTrue(Privileges.isRoot(), "only root can turn into another account");
        String expected = Command.run(List.of("id", "-u", "postgres")).done() ? "postgres" : "nobody";
        assertThat(Privileges.Account.any()).get().extracting(Privileges.Account::name).isEqualTo(expected);
    }

    @Test
    void anAccountThatIsNotThereIsNotFound() {
        assertThat(Privileges.Account.named("no-such-account")).isEmpty();
    }

    @Test
    void aNamespaceTakesRootsPowersAway(@TempDir Path folder) throws Exception {
        var namespace = new Privileges.Namespace();
        assumeTrue(Privileges.isRoot() && namespace.works(), "needs root and user namespaces");
        Path anns = Files.createDirectory(folder.resolve("anns"));
        assertThat(namespace.canUse(anns)).isTrue();
        Files.setAttribute(anns, "unix:uid", 12345);
        PrivateFiles.mode(anns, "rwx------");
        assertThat(namespace.canUse(anns)).isFalse();
    }
}
