package barton.steward.ui.matches;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.util.Map;
import java.util.Set;

/// What a side of a pair is called: by its name, or by what it says instead.
final class Called {
    private static final Map<Table, Field> OTHERWISE = Map.of(Table.INTAKE, IntakeFields.COMPANY_NAME_FOR_EMAILS, Table.PEOPLE_INTAKE,
            PeopleIntakeFields.FULL_NAME);

    private Called() {
    }

    static String of(Row row) {
        Field instead = OTHERWISE.get(row.table());
        boolean named = row.table().title().stream().map(row::text).anyMatch(text -> text != null && !text.isBlank());
        return named || instead == null || row.text(instead) == null || row.text(instead).isBlank() ? Titles.of(row) : row.text(instead);
    }

    /// A sentence that begins with what both sides are called.
    static String both(MatchPair pair, String what) {
        return Messages.get("matches.about", of(pair.intake()), of(pair.other()), what);
    }

    /// What was decided, as a sentence.
    static String decided(MatchPair pair, MatchVerdict verdict, Set<MatchField> taken) {
        return Messages.get("matches.latest." + verdict.word(), of(pair.intake()), of(pair.other()), taken.size());
    }
}
