package barton.steward.ui.actions;

import barton.steward.catalog.Table;
import barton.steward.model.database.Permission;
import barton.steward.service.Session;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Tasks;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What the role that the window is connected as may do, read once in the background; until then, and where it cannot be read, all of it:
/// the database decides anyhow.
public final class Permissions {
    private static final Map<String, Permission> NEEDED = Map.ofEntries(
            Map.entry("import", Permission.IMPORT), Map.entry("discardbatch", Permission.IMPORT),
            Map.entry("importenriched", Permission.DECIDE),
            Map.entry("validate", Permission.DECIDE), Map.entry("reject", Permission.DECIDE), Map.entry("assign", Permission.DECIDE),
            Map.entry("fill", Permission.DECIDE), Map.entry("fix", Permission.DECIDE), Map.entry("lift", Permission.DECIDE),
            Map.entry("clusters", Permission.DECIDE), Map.entry("recipes", Permission.DECIDE),
            Map.entry("review", Permission.DECIDE), Map.entry("runrules", Permission.CHECK),
            Map.entry("promote", Permission.PROMOTE), Map.entry("promotebatch", Permission.PROMOTE),
            Map.entry("takeback", Permission.TAKE_BACK), Map.entry("clear", Permission.CLEAR), Map.entry("restore", Permission.CLEAR),
            Map.entry("score", Permission.EDIT_MASTER), Map.entry("mergerecords", Permission.TAKE_BACK),
            Map.entry("mergegroup", Permission.TAKE_BACK),
            Map.entry("addslot", Permission.SLOTS), Map.entry("removeslot", Permission.SLOTS),
            Map.entry("editsidecar", Permission.SIDECARS), Map.entry("importsidecar", Permission.SIDECARS),
            Map.entry("verify", Permission.EMAILS), Map.entry("unverify", Permission.EMAILS), Map.entry("verifyfile", Permission.EMAILS),
            Map.entry("findmatches", Permission.MATCH), Map.entry("matchbatch", Permission.MATCH),
            Map.entry("undodecision", Permission.MATCH), Map.entry("takeall", Permission.MATCH),
            Map.entry("thresholds", Permission.LIMITS), Map.entry("auditbatch", Permission.AUDIT),
            Map.entry("addrule", Permission.RULES), Map.entry("editrule", Permission.RULES), Map.entry("switchrule", Permission.RULES),
            Map.entry("deleterule", Permission.RULES), Map.entry("placeholders", Permission.RULES),
            Map.entry("saverule", Permission.RULES),
            Map.entry("review-reasons", Permission.REASONS), Map.entry("undo", Permission.UNDO), Map.entry("redo", Permission.UNDO));
    private static final Set<String> EDITING = Set.of("editrecord", "editcell", "paste", "updaterecords");

    private final ReadOnlyObjectWrapper<Set<Permission>> granted = new ReadOnlyObjectWrapper<>(EnumSet.allOf(Permission.class));

    public Permissions(Session session, Tasks tasks) {
        tasks.run(Messages.get("task.permissions"), session.roles()::granted, granted::set, failure -> { });
    }

    public ReadOnlyObjectProperty<Set<Permission>> grantedProperty() {
        return granted.getReadOnlyProperty();
    }

    /// Why that may not be done; empty where it may.
    public Optional<String> refusal(Permission needed) {
        return granted.get().contains(needed) ? Optional.empty() : Optional.of(Messages.get("permission.refused",
                Messages.get("permission." + needed)));
    }

    /// The same, as it is from now on; an empty text where it may be done.
    public ObservableValue<String> refusalProperty(Permission needed) {
        return granted.map(g -> refusal(needed).orElse(""));
    }

    /// The same for what a command does that was permitted before.
    public ObservableValue<String> refusalProperty(Command permitted) {
        return granted.map(g -> permitted.refusal().get().orElse(""));
    }

    /// Why rows of the table may not be edited; empty where they may, or where nobody edits them.
    public Optional<String> refusal(Table edited) {
        return toEdit(edited).flatMap(this::refusal);
    }

    /// The command, refused where the role may not do what it does.
    public Command permit(Command command) {
        Permission needed = command.id().startsWith("decide-") ? Permission.MATCH : NEEDED.get(command.id());
        return needed == null ? command : command.unless(() -> refusal(needed));
    }

    /// The same of a command on rows of a table, which may be one that edits them.
    public Command permit(Command command, Table table) {
        return EDITING.contains(command.id()) ? command.unless(() -> refusal(table)) : permit(command);
    }

    private static Optional<Permission> toEdit(Table table) {
        return Optional.ofNullable(switch (table) {
            case INTAKE, PEOPLE_INTAKE -> Permission.DECIDE;
            case MASTER, PEOPLE -> Permission.EDIT_MASTER;
            case SLOTS -> Permission.SLOTS;
            case COMPANY_SIDECARS, PEOPLE_SIDECARS -> Permission.SIDECARS;
            default -> null;
        });
    }
}
