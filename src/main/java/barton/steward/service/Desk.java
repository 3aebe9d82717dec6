package barton.steward.service;

import barton.steward.dao.Changes;
import barton.steward.dao.Daos;

/// Everything a steward can do on one connected database, for the window and the command line alike.
/// `connection` says where that is, without a secret (`Local database`, `Marketing DB as ann on db.example.org`);
/// `executor` is the name under which runs and edits are kept.
public record Desk(String connection, String executor, Daos daos, CompanyImport imports, TableExport exports,
                   EmailVerification emails) {
    public static Desk over(Daos daos, String connection, String executor) {
        return new Desk(connection, executor, daos, new CompanyImport(daos.imports()), new TableExport(daos.tables()),
                new EmailVerification(daos.emails()));
    }

    public SidecarImport sidecars() {
        return new SidecarImport(daos.sidecars(), executor);
    }

    public Enrichment enrichment() {
        return new Enrichment(daos.enriched(), daos.imports(), executor);
    }

    /// What others, and we, change meanwhile.
    public Changes changes() {
        return daos.changes();
    }
}
