package barton.steward.service.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.view.SaveResult;
import barton.steward.model.view.SavedView;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SavedViewsOfRolesTest {
    private static final TestPostgres SERVER = TestPostgres.newest();

    @Test
    void ownViewsAreTheRolesOwnAndSharedOnesEverybodysToReadAndStewardsToWrite() {
        DataSource database = TestDatabases.migrated(SERVER);
        TestDatabases.run(database, """
                CREATE ROLE views_ann LOGIN; CREATE ROLE views_bob LOGIN; CREATE ROLE views_eve LOGIN;
                GRANT USAGE ON SCHEMA shq TO views_ann, views_bob, views_eve;
                GRANT SELECT ON shq.saved_view TO views_ann, views_bob, views_eve;
                GRANT INSERT, UPDATE, DELETE ON shq.saved_view TO views_ann, views_bob;
                GRANT SELECT, INSERT ON shq.kept_request TO views_ann, views_bob""");
        SavedViews ann = as(database, "views_ann");
        SavedViews bob = as(database, "views_bob");
        SavedViews viewer = as(database, "views_eve");

        SavedView own = saved(ann.save(Table.MASTER, "To do", false, "{\"a\": 1}", Optional.empty()));
        SavedView team = saved(ann.save(Table.MASTER, " Team ", true, "{}", Optional.empty()));
        assertThat(team.name()).isEqualTo("Team");
        assertThat(ann.all()).containsExactly(team, own);
        assertThat(bob.all()).containsExactly(team);
        assertThat(viewer.all()).containsExactly(team);

        assertThat(bob.delete(own)).isFalse();
        assertThat(bob.save(Table.MASTER, "to do", false, "{}", Optional.empty())).isInstanceOf(SaveResult.Saved.class);
        assertThat(bob.save(Table.MASTER, "TEAM", true, "{\"b\": 2}", Optional.empty())).isEqualTo(new SaveResult.NameTaken(team));
        assertThat(bob.save(Table.INTAKE, "Team", true, "{}", Optional.empty())).isInstanceOf(SaveResult.Saved.class);
        SavedView replaced = saved(bob.save(Table.MASTER, "Team", true, "{\"b\": 2}", Optional.of(team)));
        assertThat(replaced).extracting(SavedView::id, SavedView::savedBy, SavedView::content)
                .containsExactly(team.id(), "views_bob", "{\"b\": 2}");
        assertThatThrownBy(() -> viewer.save(Table.MASTER, "Mine", false, "{}", Optional.empty())).isInstanceOf(StewardException.class);
        assertThatThrownBy(() -> viewer.delete(team)).isInstanceOf(StewardException.class);
        assertThat(bob.delete(replaced)).isTrue();
        assertThat(saved(bob.save(Table.MASTER, "Team", true, replaced.content(), Optional.of(replaced))).content())
                .isEqualTo(replaced.content());
    }

    private static SavedViews as(DataSource database, String role) {
        return new SavedViews(JdbiDaos.over(Database.over(SERVER.as(database, role, ""))).views(), role);
    }

    private static SavedView saved(SaveResult result) {
        return ((SaveResult.Saved) result).view();
    }
}
