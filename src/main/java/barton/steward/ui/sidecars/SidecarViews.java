package barton.steward.ui.sidecars;

import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.FileImportDialog;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.ArrayList;
import java.util.List;

/// What both views of sidecars offer: the import of a file, and the form.
final class SidecarViews {
    private SidecarViews() {
    }

    /// @param ready questions that are one click away
    static RowsView over(AppContext context, RowsViewModel model, List<Command> ready) {
        var built = new Object() {
            private RowsView view;

            private void edit() {
                Row row = view.current();
                if (row != null) {
                    context.setSidecar(row.table(), row.key().toString());
                }
            }
        };
        var tools = new ArrayList<Command>();
        tools.add(Command.of("importsidecar", null, () -> new FileImportDialog(context, "sidecars",
                (file, look, announced, request) -> context.session().sidecars().importRecords(file, true, look, announced, request),
                Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS).open()));
        tools.addAll(ready);
        built.view = new RowsView(context, model, tools,
                List.of(Command.of("editsidecar", "E", model::canAct, built::edit)));
        return built.view;
    }
}
