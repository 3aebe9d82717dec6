package barton.steward.cli.support;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.intake.UsState;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.service.Session;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// The rows of a state, however each of them spells it.
final class StateSpellings {
    private static final int MOST = 10_000;

    private StateSpellings() {
    }

    /// Of what is no state of the US the rows that say exactly this.
    static Condition of(Session session, Table table, Field field, String state) {
        Optional<UsState> known = UsState.of(state);
        if (known.isEmpty()) {
            return Condition.is(field, state);
        }
        var spelt = new TreeSet<String>();
        session.tables().facet(Query.all(table), field, MOST).values().stream().map(FacetValue::value).filter(Objects::nonNull)
                .map(Object::toString).filter(value -> UsState.of(value).equals(known)).forEach(spelt::add);
        for (String usual : new String[] {state, known.get().name(), known.get().fullName()}) {
            spelt.add(usual);
            spelt.add(usual.toUpperCase(Locale.ROOT));
            spelt.add(usual.toLowerCase(Locale.ROOT));
        }
        return Condition.oneOf(field, spelt);
    }
}
