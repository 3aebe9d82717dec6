package barton.steward.service;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.change.Changes;
import barton.steward.dao.database.Connectivity;
import barton.steward.dao.table.TableDao;
import barton.steward.model.StewardException;
import barton.steward.service.alert.Alerts;
import barton.steward.service.audit.Audits;
import barton.steward.service.batch.Batches;
import barton.steward.service.cluster.Clusters;
import barton.steward.service.database.Roles;
import barton.steward.service.email.EmailVerification;
import barton.steward.service.export.TableExport;
import barton.steward.service.history.History;
import barton.steward.service.intake.Clearing;
import barton.steward.service.intake.Discarding;
import barton.steward.service.intake.IntakeImport;
import barton.steward.service.intake.Mappings;
import barton.steward.service.intake.Phones;
import barton.steward.service.intake.Review;
import barton.steward.service.intake.Updates;
import barton.steward.service.matching.Matching;
import barton.steward.service.merge.Merges;
import barton.steward.service.overview.Statistics;
import barton.steward.service.profile.Profiles;
import barton.steward.service.promotion.Promotion;
import barton.steward.service.promotion.QualityScores;
import barton.steward.service.promotion.TakeBacks;
import barton.steward.service.recipe.Recipes;
import barton.steward.service.record.RecordEditor;
import barton.steward.service.review.Reviews;
import barton.steward.service.sidecar.Enrichment;
import barton.steward.service.sidecar.Sidecars;
import barton.steward.service.slot.Slots;
import barton.steward.service.suppression.Suppressions;
import barton.steward.service.validation.Rules;
import barton.steward.service.validation.Validation;
import barton.steward.service.view.SavedViews;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything a steward can do on one connected database, for the window and the command line alike.
/// `connection` says where that is, without a secret (`Local database`, `Marketing DB as ann on db.example.org`);
/// `executor` is the name under which runs and edits are kept; `tables` reads their pages.
public record Session(String connection, String executor, TableDao tables, SavedViews views,
                      Map<Entity, IntakeImport> imports, Mappings mappings, Review review, Reviews reviews,
                      Clearing clearing, Discarding discarding, Updates updates,
                      Rules rules, Validation validation, Promotion promotion, TakeBacks takeBacks,
                      QualityScores scores, Matching matching, Slots slots, Sidecars sidecars, Enrichment enrichment,
                      EmailVerification emails, RecordEditor records, History history, Statistics statistics, TableExport exports,
                      Audits audits, Batches batches, Profiles profiles, Clusters clusters, Recipes recipes,
                      Merges merges, Suppressions suppressions,
                      Changes changes, Connectivity connectivity,
                      Roles roles, Alerts alerts) {
    public static Session over(Daos daos, String connection, String executor) {
        var phones = new Phones(daos.phones(), executor);
        Map<Entity, IntakeImport> imports = Stream.of(Entity.values())
                .collect(Collectors.toMap(Function.identity(), entity -> new IntakeImport(entity, daos.imports(), executor)));
        var review = new Review(daos.intake(), phones, executor);
        var validation = new Validation(daos.validation(), phones, executor);
        var profiles = new Profiles(daos.profiles());
        return new Session(connection, executor, daos.tables(), new SavedViews(daos.views(), executor), imports,
                new Mappings(daos.mappings(), executor),
                review,
                new Reviews(daos.reviews(), executor),
                new Clearing(daos.clearings(), executor), new Discarding(daos.discards(), executor),
                new Updates(daos.updates(), imports, executor),
                new Rules(daos.rules(), daos.history(), executor),
                validation,
                new Promotion(daos.promotion(), daos.eligibility(), phones, executor), new TakeBacks(daos.takeBacks(), executor),
                new QualityScores(daos.quality(), executor), new Matching(daos.matches(), executor), new Slots(daos.slots(), executor),
                new Sidecars(daos.sidecars(), executor), new Enrichment(daos.enriched(), daos.imports(), executor),
                new EmailVerification(daos.emails(), executor), new RecordEditor(daos.tables(), daos.history(), executor),
                new History(daos.history(), daos.log(), daos.takeBacks(), executor),
                new Statistics(daos.overview(), daos.log(), daos.emails(), executor), new TableExport(daos.tables()),
                new Audits(daos.audits(), executor), new Batches(daos.batches()), profiles,
                new Clusters(daos.values()), new Recipes(daos.recipes(), review, validation, executor),
                new Merges(daos.merges(), executor), new Suppressions(daos.suppressions(), executor),
                daos.changes(), daos.connectivity(), new Roles(daos.roles()),
                new Alerts(daos.alerts(), profiles, executor));
    }

    public IntakeImport imports(Entity entity) {
        return imports.get(entity);
    }

    /// Follows what others, and we, change from now on. The sink is called on a thread of its own, with tables whose rows, or what they
    /// show of other tables, may have changed; it should not take long.
    /// @return what ends it
    public Runnable follow(Consumer<Set<Table>> changed) {
        return changes.follow(changed)::close;
    }

    /// Is told when the database could not be asked, and why, and with nothing when it answers again after that; on the thread of whoever
    /// asked. One question that failed is no proof of an outage.
    /// @return what ends it
    public Runnable watch(Consumer<Optional<StewardException>> answering) {
        return connectivity.watch(answering);
    }

    /// Asks the database for nothing, for no longer than seconds; our own server is started again where it died.
    /// @throws StewardException where it does not answer
    public void probe() {
        connectivity.probe();
    }
}
