package barton.steward.ui.slots;

import barton.steward.model.Field;
import barton.steward.model.Row;
import barton.steward.model.SlotFields;
import barton.steward.model.Sort;
import barton.steward.model.Table;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Workbench;
import barton.steward.ui.table.Column;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.RowsViewModel;
import barton.steward.ui.table.TableSpec;
import java.util.List;

/// The slots of companies.
public final class SlotsView {
    private final Workbench bench;
    private final RowsView view;

    public SlotsView(Workbench bench) {
        this.bench = bench;
        var model = new RowsViewModel(Table.SLOTS, Sort.descending(SlotFields.CREATED_AT), bench.tasks(), bench.desk().daos().tables());
        this.view = new RowsView(bench, model, spec(), List.of(Command.of("addslot", "N", this::addSlot)), List.of());
    }

    public RowsView view() {
        return view;
    }

    private void addSlot() {
        Row slot = view.focused();
        bench.addSlot(slot == null ? "" : slot.text(SlotFields.COMPANY_UNIQUE_ID));
    }

    private static TableSpec spec() {
        List<Column> columns = List.of(
                column(SlotFields.COMPANY_NAME, 260),
                column(SlotFields.SLOT_LABEL, 260),
                column(SlotFields.SLOT_TYPE, 120),
                column(SlotFields.PEOPLE_COUNT, 80),
                column(SlotFields.CREATED_AT, 176),
                column(SlotFields.COMPANY_SLOT_UNIQUE_ID, 180),
                column(SlotFields.COMPANY_UNIQUE_ID, 180));
        return new TableSpec(Table.SLOTS, columns, List.of(SlotFields.SLOT_TYPE));
    }

    private static Column column(Field field, double width) {
        return Column.of(Table.SLOTS, field, width);
    }
}
