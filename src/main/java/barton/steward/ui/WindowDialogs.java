package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.database.Permission;
import barton.steward.model.file.FileOptions;
import barton.steward.model.history.Action;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.audit.AuditView;
import barton.steward.ui.clusters.ClustersView;
import barton.steward.ui.exporting.ExportView;
import barton.steward.ui.importing.ImportView;
import barton.steward.ui.importing.VerifyView;
import barton.steward.ui.profile.ProfileView;
import barton.steward.ui.promotion.PromotionView;
import barton.steward.ui.recipes.RecipesView;
import barton.steward.ui.sidecars.SidecarDialog;
import barton.steward.ui.slots.SlotDialog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The dialogs of a window, each opened where the role may do what it is for; else the window says why not.
final class WindowDialogs {
    private final AppContext context;
    private final UndoFlow undoing;

    WindowDialogs(AppContext context) {
        this.context = context;
        this.undoing = new UndoFlow(context);
    }

    /// @param closed runs when it is closed
    void audit(Entity entity, String batch, Runnable closed) {
        ifAllowed(Permission.AUDIT, () -> AuditView.open(context, entity, batch, closed));
    }

    void promote(Entity entity, String batch) {
        ifAllowed(Permission.PROMOTE, () -> context.decisions().whenWritten(() -> PromotionView.open(context, entity, batch)));
    }

    void importCsv(Entity entity) {
        ifAllowed(Permission.IMPORT, () -> ImportView.open(context, entity, null));
    }

    void updateRecords(Table table) {
        context.permissions().refusal(table).ifPresentOrElse(context.notices()::say,
                () -> context.decisions().whenWritten(() -> ImportView.update(context, table)));
    }

    void profile(Entity entity, Path file, FileOptions reading) {
        ProfileView.open(context, entity, file, reading);
    }

    void profile(Query query) {
        context.decisions().whenWritten(() -> ProfileView.open(context, query));
    }

    void clusters(Query query, Field field) {
        ifAllowed(Permission.DECIDE, () -> context.decisions().whenWritten(() -> ClustersView.open(context, query, field)));
    }

    void recipes(Entity entity, String batch) {
        ifAllowed(Permission.DECIDE, () -> context.decisions().whenWritten(() -> RecipesView.open(context, entity, batch)));
    }

    void verifyEmails() {
        ifAllowed(Permission.EMAILS, () -> VerifyView.open(context));
    }

    void export(Selection all, Optional<Selection> selected, List<Field> shown) {
        ExportView.open(context, all, selected, shown);
    }

    void addSlot(String company) {
        ifAllowed(Permission.SLOTS, () -> SlotDialog.open(context, company));
    }

    void setSidecar(Table sidecars, String key) {
        ifAllowed(Permission.SIDECARS, () -> SidecarDialog.open(context, sidecars, key));
    }

    void undo() {
        ifAllowed(Permission.UNDO, () -> context.decisions().whenWritten(undoing::latest));
    }

    void undo(Action action) {
        ifAllowed(Permission.UNDO, () -> undoing.undo(action));
    }

    void undo(long action) {
        ifAllowed(Permission.UNDO, () -> undoing.undo(action));
    }

    void redo() {
        ifAllowed(Permission.UNDO, undoing::again);
    }

    void ifAllowed(Permission needed, Runnable run) {
        context.permissions().refusal(needed).ifPresentOrElse(context.notices()::say, run);
    }
}
