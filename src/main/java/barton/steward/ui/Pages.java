package barton.steward.ui;

import barton.steward.model.RuleEntity;
import barton.steward.model.Table;
import barton.steward.ui.intake.CompanyIntakeColumns;
import barton.steward.ui.intake.IntakeView;
import barton.steward.ui.intake.PeopleIntakeColumns;
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
import barton.steward.ui.support.Workbench;
import barton.steward.ui.table.RowsView;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// The views of one window, each made when it is first looked at.
final class Pages {
    private final Workbench bench;
    private final Runnable connect;
    private final Map<Place, RowsView> tables = new EnumMap<>(Place.class);
    private final Map<Place, Page> others = new EnumMap<>(Place.class);

    /// @param connect leads to another database
    Pages(Workbench bench, Runnable connect) {
        this.bench = bench;
        this.connect = connect;
    }

    Page page(Place place) {
        return place.table() == null ? others.computeIfAbsent(place, this::other) : table(place);
    }

    /// The view of a table.
    RowsView table(Place place) {
        return tables.computeIfAbsent(place, this::build);
    }

    /// These tables were changed: the views of them that are out of sight read them when they are shown.
    void outdate(Collection<Table> changed, Place inSight) {
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

    private Page other(Place place) {
        return switch (place) {
            case MATCHES -> new MatchesView(bench);
            case RULES -> new RulesView(bench);
            default -> new OverviewView(bench, new OfferView(bench, connect));
        };
    }

    private RowsView build(Place place) {
        return switch (place.table()) {
            case INTAKE -> new IntakeView(bench, RuleEntity.COMPANY, CompanyIntakeColumns.spec()).view();
            case PEOPLE_INTAKE -> new IntakeView(bench, RuleEntity.PERSON, PeopleIntakeColumns.spec()).view();
            case MASTER -> new MasterView(bench).view();
            case SLOTS -> new SlotsView(bench).view();
            case PEOPLE -> PeopleView.over(bench);
            case COMPANY_SIDECARS -> CompanySidecarsView.over(bench);
            case PEOPLE_SIDECARS -> PeopleSidecarsView.over(bench);
            case LOG -> new LogView(bench).view();
        };
    }
}
