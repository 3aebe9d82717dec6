package barton.steward.service.export;

import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.util.Optional;
import java.util.Set;

/// What of a selection may leave the house: not those whom nobody contacts.
final class Suppressed {
    private static final Set<Table> TABLES = Set.of(Table.PEOPLE, Table.PEOPLE_SIDECARS);

    private Suppressed() {
    }

    /// The selection without them; itself where the table is not of people of master.
    static Selection without(Selection selection) {
        return TABLES.contains(selection.table()) ? where(selection, Condition.empty(PeopleFields.SUPPRESSED)) : selection;
    }

    /// Those of the selection whom nobody contacts; empty where the table is not of people of master.
    static Optional<Selection> of(Selection selection) {
        return TABLES.contains(selection.table())
                ? Optional.of(where(selection, new Condition(PeopleFields.SUPPRESSED, Condition.Op.PRESENT, null))) : Optional.empty();
    }

    private static Selection where(Selection selection, Condition condition) {
        return switch (selection) {
            case Selection.Matching all -> new Selection.Matching(all.query().where(condition), all.except());
            case Selection.Keys some -> Selection.all(Query.all(some.table()).where(Condition.oneOf(some.table().key(), some.keys()))
                    .where(condition));
            case Selection.Seen seen -> where(new Selection.Keys(seen.table(), Set.of(seen.key())), condition);
        };
    }
}
