package barton.steward.service;

import barton.steward.catalog.Entity;
import barton.steward.dao.Daos;
import barton.steward.dao.change.Changes;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.validation.ValidatedAndPromoted;
import barton.steward.model.validation.ValidationResult;
import barton.steward.service.email.EmailVerification;
import barton.steward.service.export.TableExport;
import barton.steward.service.intake.CsvImport;
import barton.steward.service.intake.Phones;
import barton.steward.service.sidecar.Enrichment;
import barton.steward.service.sidecar.SidecarImport;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// Everything a steward can do on one connected database, for the window and the command line alike.
/// `connection` says where that is, without a secret (`Local database`, `Marketing DB as ann on db.example.org`);
/// `executor` is the name under which runs and edits are kept.
public record Session(String connection, String executor, Daos daos, CsvImport imports, CsvImport peopleImports, TableExport exports,
                   EmailVerification emails) {
    public static Session over(Daos daos, String connection, String executor) {
        return new Session(connection, executor, daos, new CsvImport(Entity.COMPANY, daos.imports(), executor),
                new CsvImport(Entity.PERSON, daos.imports(), executor), new TableExport(daos.tables()),
                new EmailVerification(daos.emails()));
    }

    public SidecarImport sidecars() {
        return new SidecarImport(daos.sidecars(), executor);
    }

    public Enrichment enrichment() {
        return new Enrichment(daos.enriched(), daos.imports(), executor);
    }

    public CsvImport imports(Entity entity) {
        return entity == Entity.PERSON ? peopleImports : imports;
    }

    /// Judges a batch by a set of rules; the phones of people are written as E.164 before.
    public ValidationResult validate(Entity entity, String batch, String rules, UUID request) {
        return withPhones(entity, batch, () -> daos.validation().validate(entity, batch, rules, executor, request));
    }

    /// Judges a batch by a set of rules and promotes what is validated then, both or neither; the phones of people are written as E.164
    /// before.
    public ValidatedAndPromoted validateAndPromote(Entity entity, String batch, String rules, UUID request) {
        return withPhones(entity, batch, () -> daos.validation().validateAndPromote(entity, batch, rules, executor, request));
    }

    /// Promotes a batch; the phones of people are written as E.164 before.
    /// @param announced refuses where another number of rows would be promoted; empty: promotes what can be promoted now
    /// @param along whether sidecars are made of what enrichments found for the rows that are promoted
    public PromotionResult promote(Entity entity, String batch, OptionalLong announced, IncludeEnrichment along, UUID request) {
        return withPhones(entity, batch, () -> daos.promotion().promote(entity, batch, announced, along, executor, request));
    }

    /// Promotes a batch as [#promote(Entity, String, OptionalLong, IncludeEnrichment, UUID)] does, without anybody who looks at it.
    public PromotionResult promoteUnattended(Entity entity, String batch, IncludeEnrichment along, UUID request) {
        return withPhones(entity, batch,
                () -> daos.promotion().unattended().promote(entity, batch, OptionalLong.empty(), along, executor, request));
    }

    /// Who hears that nothing was done is told of the phones, which were.
    private <T> T withPhones(Entity entity, String batch, Supplier<T> work) {
        long written = entity == Entity.PERSON ? new Phones(daos.phones()).normalise(batch, executor) : 0;
        try {
            return work.get();
        } catch (StewardException e) {
            if (written == 0) {
                throw e;
            }
            throw new StewardException(e.kind(), "%s Before that, the phones of %s were written as E.164; they stay so."
                    .formatted(e.getMessage(), Counted.of(written, "person", "people")), e.advice(), e);
        }
    }

    /// What others, and we, change meanwhile.
    public Changes changes() {
        return daos.changes();
    }
}
