package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void anAddressWithoutAPasswordIsLeftAlone() {
        String text = "postgresql://ann@db.example.org:5432/Marketing%20DB?sslmode=require";
        assertThat(Address.of(text)).isEqualTo(new Address(text, null));
    }

    @Test
    void thePasswordIsTakenOutAndDecoded() {
        assertThat(Address.of("postgres://ann:s%C3%A9cret+%2F@db.example.org/crm"))
                .isEqualTo(new Address("postgres://ann@db.example.org/crm", "sécret+/"));
    }

    @Test
    void anAtOrASlashInThePasswordBelongsToThePassword() {
        assertThat(Address.of("postgresql://ann:p@ss/word@db.example.org/crm?sslmode=require"))
                .isEqualTo(new Address("postgresql://ann@db.example.org/crm?sslmode=require", "p@ss/word"));
    }

    @Test
    void severalHostsAreNoPassword() {
        String text = "postgresql://h1:5432,h2:5433/crm?steward_reads=standby";
        assertThat(Address.of(text)).isEqualTo(new Address(text, null));
        assertThat(Address.of("postgresql://ann:secret@h1:5432,h2:5433/crm"))
                .isEqualTo(new Address("postgresql://ann@h1:5432,h2:5433/crm", "secret"));
    }

    @Test
    void aPasswordAmongTheParametersIsTakenOut() {
        assertThat(Address.of("postgresql://db.example.org/crm?user=ann&password=secret&sslmode=require"))
                .isEqualTo(new Address("postgresql://db.example.org/crm?user=ann&sslmode=require", "secret"));
    }

    @Test
    void anUnfinishedAddressIsLeftAlone() {
        assertThat(Address.of("postgresql://ann:sec").password()).isNull();
    }

    @Test
    void thePasswordGoesBackEncoded() {
        assertThat(new Address("postgresql://ann@db.example.org/crm", "p@ss word/").whole())
                .isEqualTo("postgresql://ann:p%40ss%20word%2F@db.example.org/crm");
    }

    @Test
    void withoutAUserThePasswordGoesAmongTheParameters() {
        assertThat(new Address("postgresql://db.example.org/crm?user=ann", "secret").whole())
                .isEqualTo("postgresql://db.example.org/crm?user=ann&password=secret");
    }

    @Test
    void itsTextNeverHoldsThePassword() {
        assertThat(Address.of("postgresql://ann:canary@db.example.org/crm").toString()).doesNotContain("canary");
    }
}
