package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.db.drift.SchemaRepair;
import barton.steward.db.rollback.Losses.Holder;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.database.Difference;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.Rollback.Loss;
import barton.steward.model.database.RollbackRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Takes a database back to a point of its own history, within the transaction of the handle: what this program and later points made goes,
/// what is somebody else's stays, and the history of migrations ends there, so that they go on from there.
public final class SchemaRollback {
    private static final String WAIT = "SET LOCAL lock_timeout = '5s'";
    private static final String BUSY = """
            SELECT concat_ws(' ', a.usename, 'with “' || nullif(a.application_name, '') || '”', 'from ' || host(a.client_addr))
                   || ', since ' || greatest(0, extract(epoch FROM now() - coalesce(a.xact_start, a.query_start)))::bigint || ' s'
            FROM pg_stat_activity a
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
              AND a.state IN ('active', 'idle in transaction', 'idle in transaction (aborted)')
            ORDER BY 1""";
    private static final String ADOPTED = "SELECT EXISTS (SELECT FROM shq.flyway_schema_history h WHERE h.type = 'BASELINE')";
    /// What 002 will make of a company's slots when it is done again; people would be in none otherwise.
    private static final String OTHER_SLOT = """
            marketing.people_master p
            WHERE p.company_slot_unique_id <> '04.04.05.' || substr(p.company_unique_id, 10)""";
    private static final String TO_FIRST_SLOT = """
            UPDATE marketing.people_master SET company_slot_unique_id = '04.04.05.' || substr(company_unique_id, 10)
            WHERE company_slot_unique_id <> '04.04.05.' || substr(company_unique_id, 10)""";
    private static final List<String> FORGET = List.of("""
            DELETE FROM shq.flyway_schema_history WHERE type NOT IN ('BASELINE', 'SCHEMA') AND (version IS NULL OR version > :point)""",
            "UPDATE shq.flyway_schema_history SET version = :point WHERE type = 'BASELINE' AND version > :point");
    private static final String LOG = """
            INSERT INTO public.shq_validation_log (validation_run_id, executed_by, executed_at, notes)
            VALUES (:run, :executor, now(), :notes)""";

    private final Handle handle;
    private final HistoryPoint point;
    private final RollbackRequest request;

    /// @throws StewardException where there is no such point
    public SchemaRollback(Handle handle, RollbackRequest request) {
        this.handle = handle;
        this.request = request;
        this.point = HistoryPoint.of(request.to());
    }

    /// @throws StewardException where others work, or depend on what would go, or where it would be lost without being exported
    public Rollback take() {
        List<CatalogueObject> present = SchemaCatalogue.present(handle);
        if (!request.dryRun()) {
            requireQuiet();
            lock(present);
        }
        boolean adopted = handle.createQuery(ADOPTED).mapTo(Boolean.class).one();
        var leaving = new Leaving(point, present, adopted);
        List<CatalogueObject> known = new ArrayList<>(SchemaCatalogue.expected());
        known.addAll(point.objects());
        var dependents = new Dependents(handle, leaving.all(), known);
        List<Holder> holders = Losses.holders(leaving);
        List<Loss> lost = Losses.count(handle, holders);
        List<String> remarks = remarks(adopted, dependents);
        if (request.dryRun()) {
            return new Rollback(point.version(), false, lost, remarks, Optional.empty(), Optional.empty());
        }
        refuse(dependents, lost);
        Optional<String> manifest = request.export().map(folder -> new RollbackExport(handle, folder)
                .write(holders, present, point.version(), request.executor()));
        goBack(leaving, present);
        dependents.requireNothingElseGone();
        return new Rollback(point.version(), true, lost, remarks, manifest, logged(lost));
    }

    private void goBack(Leaving leaving, List<CatalogueObject> present) {
        boolean slots = present.stream().anyMatch(object -> object.key().equals("table marketing.company_slots"));
        leaving.statements().forEach(handle::execute);
        if (point.isBefore("002") && slots) {
            handle.execute(TO_FIRST_SLOT);
        }
        Repair repair = SchemaRepair.towards(point.objects(), handle).repair();
        if (!repair.left().isEmpty()) {
            throw StewardException.refused("The database would not be as it was at " + point.version() + ": " + repair.left().stream()
                    .map(Difference::text).collect(Collectors.joining(", ")) + ". Nothing was changed.",
                    "Have the owner put right what is named, and try again.");
        }
        FORGET.forEach(statement -> handle.createUpdate(statement).bind("point", point.version()).execute());
    }

    private void requireQuiet() {
        List<String> busy = handle.createQuery(BUSY).mapTo(String.class).list();
        if (!busy.isEmpty()) {
            throw StewardException.refused("Others work in this database just now: " + String.join("; ", busy) + ". Nothing was changed.",
                    "Wait until they are done, and have them leave the program.");
        }
    }

    /// Everything of ours, so that nobody writes what would be lost unseen; who reads or writes holds it up for seconds, and is not.
    private void lock(List<CatalogueObject> present) {
        handle.execute(WAIT);
        String tables = present.stream().filter(object -> object.kind().equals("table")).map(CatalogueObject::name)
                .collect(Collectors.joining(", "));
        handle.execute("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE");
    }

    private void refuse(Dependents dependents, List<Loss> lost) {
        if (!dependents.inTheWay().isEmpty()) {
            throw StewardException.refused("This is not Barton Steward's, and depends on what would go: "
                    + String.join(", ", dependents.inTheWay()) + ". Nothing was changed.",
                    "Remove it, or have whoever owns it do without, and try again.");
        }
        if (!lost.isEmpty() && request.export().isEmpty() && !request.discard()) {
            throw StewardException.refused("This would lose " + Counted.of(lost.stream().mapToLong(Loss::rows).sum(), "row", "rows")
                    + " of " + Counted.of(lost.size(), "kind", "kinds") + ". Nothing was changed.",
                    "--dry-run tells what it is; --export DIR writes it into a folder first; --discard lets it go.");
        }
    }

    private List<String> remarks(boolean adopted, Dependents dependents) {
        var remarks = new ArrayList<String>();
        if (request.to() == 5) {
            remarks.add("The history has no 005; this is 004.");
        }
        if (request.dryRun() && !dependents.inTheWay().isEmpty()) {
            remarks.add("It would be refused, because this is not Barton Steward's and depends on what would go: "
                    + String.join(", ", dependents.inTheWay()) + ".");
        }
        if (adopted) {
            remarks.add("This database was adopted: its log of e-mail verification stays, because it may have been there before;"
                    + " what was replaced when it was adopted (the function that promotes, the view of rates) does not come back.");
        }
        if (!point.isBefore("003")) {
            remarks.add("shq.promote_company_records is there by name and refuses to promote until `migrate` gives it its body again.");
        }
        long people = point.isBefore("002") ? handle.createQuery("SELECT count(*) FROM " + OTHER_SLOT).mapTo(Long.class).one() : 0;
        if (people > 0) {
            remarks.add(Counted.of(people, "person of another slot is", "people of other slots are")
                    + " put into the first slot of their company, which `migrate` makes again.");
        }
        return remarks;
    }

    /// Who went back, and from what, where there is still a log to say so.
    private Optional<String> logged(List<Loss> lost) {
        if (point.isBefore("002")) {
            return Optional.empty();
        }
        String run = handle.createQuery("SELECT 'RBK-' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD-HH24MISS-US')")
                .mapTo(String.class).one();
        handle.createUpdate(LOG).bind("run", run).bind("executor", request.executor()).bind("notes", "Rolled back to version "
                + point.version() + " by " + handle.createQuery("SELECT session_user").mapTo(String.class).one() + "; "
                + Counted.of(lost.stream().mapToLong(Loss::rows).sum(), "row", "rows") + (request.export().isPresent() ? " exported before."
                : " let go.")).execute();
        return Optional.of(run);
    }
}
