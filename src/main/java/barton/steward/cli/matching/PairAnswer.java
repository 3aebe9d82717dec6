package barton.steward.cli.matching;

import barton.steward.catalog.Entity;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchParts;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.query.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A pair as scripts see it: the score with what speaks for it and against it, and what both sides say.
record PairAnswer(long pair, int score, double likeness, MatchParts parts, List<String> because, Object intakeId, String otherTable,
        Object otherId,
                  Map<String, Object> intake, Map<String, Object> other, String decision, String decidedBy, boolean changedSince) {
    static PairAnswer of(MatchPair pair) {
        return new PairAnswer(pair.id(), pair.score(), Math.round(pair.likeness() * 100) / 100.0, pair.parts(), pair.reasons().stream()
                .map(Reason::sentence).toList(), pair.intake().key(),
                pair.other().table().qualifiedName(), pair.other().key(), said(pair.intake()), said(pair.other()),
                pair.decision().map(MatchDecision::verdict).map(MatchVerdict::word).orElse(null),
                pair.decision().map(MatchDecision::executor).orElse(null), pair.changedSince());
    }

    private static Map<String, Object> said(Row row) {
        var said = new LinkedHashMap<String, Object>();
        MatchField.of(row.table().entity().orElseThrow()).forEach(field -> said.put(field.name(), row.get(field.in(row.table()))));
        return said;
    }

    static String text(Row row) {
        if (row.table().entity().orElseThrow() == Entity.PERSON) {
            String name = MatchField.of(Entity.PERSON).stream().limit(3).map(field -> row.text(field.in(row.table())))
                    .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(" "));
            return (name.isEmpty() ? "(no name)" : name) + (row.table().isIntake() ? " (intake " : " (") + row.key() + ")";
        }
        String name = row.text(MatchField.NAME.in(row.table()));
        String place = row.text(MatchField.STATE.in(row.table()));
        return (name == null ? "(no name)" : name) + (place == null ? "" : ", " + place)
                + (row.table().isIntake() ? " (intake " : " (") + row.key() + ")";
    }
}
