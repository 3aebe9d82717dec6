package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.batch.BatchView;
import barton.steward.ui.intake.IntakeView;
import barton.steward.ui.log.LogView;
import barton.steward.ui.master.MasterView;
import barton.steward.ui.matches.MatchesView;
import barton.steward.ui.overview.OverviewView;
import barton.steward.ui.people.PeopleView;
import barton.steward.ui.rules.RulesView;
import barton.steward.ui.sidecars.CompanySidecarsView;
import barton.steward.ui.sidecars.PeopleSidecarsView;
import barton.steward.ui.slots.SlotsView;
import barton.steward.ui.start.OfferView;
import barton.steward.ui.support.Page;
import barton.steward.ui.table.RowsView;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// The views of one window, each made when it is first looked at.
final class Pages {
    private final AppContext context;
    private final Runnable connect;
    private final Map<ViewId, RowsView> tables = new EnumMap<>(ViewId.class);
    private final Map<ViewId, Page> others = new EnumMap<>(ViewId.class);

    /// @param connect leads to another database
    Pages(AppContext context, Runnable connect) {
        this.context = context;
        this.connect = connect;
    }

    Page page(ViewId place) {
        return place.table() == null ? others.computeIfAbsent(place, this::other) : table(place);
    }

    /// The view of a table.
    RowsView table(ViewId place) {
        return tables.computeIfAbsent(place, this::build);
    }

    /// The page of a batch.
    BatchView batch() {
        return (BatchView) page(ViewId.BATCH);
    }

    /// These tables were changed: the views of them that are out of sight read them when they are shown.
    void outdate(Collection<Table> changed, ViewId inSight) {
        tables.forEach((place, view) -> {
            if (place != inSight && changed.contains(place.table())) {
                view.outdate();
            }
        });
    }

    /// Remembers how the tables are arranged.
    void remember() {
        tables.values().forEach(RowsView::remember);
    }

    private Page other(ViewId place) {
        return switch (place) {
            case BATCH -> new BatchView(context);
            case MATCHES -> new MatchesView(context);
            case RULES -> new RulesView(context);
            default -> new OverviewView(context, new OfferView(context, connect));
        };
    }

    private RowsView build(ViewId place) {
        return switch (place.table()) {
            case INTAKE -> new IntakeView(context, Entity.COMPANY).view();
            case PEOPLE_INTAKE -> new IntakeView(context, Entity.PERSON).view();
            case MASTER -> new MasterView(context).view();
            case SLOTS -> new SlotsView(context).view();
            case PEOPLE -> PeopleView.over(context);
            case COMPANY_SIDECARS -> CompanySidecarsView.over(context);
            case PEOPLE_SIDECARS -> PeopleSidecarsView.over(context);
            case LOG -> new LogView(context).view();
            default -> RowsView.of(context, place.table());
        };
    }
}
