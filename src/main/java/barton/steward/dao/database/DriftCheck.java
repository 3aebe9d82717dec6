package barton.steward.dao.database;

import barton.steward.db.SearchIndexes;
import barton.steward.model.database.Check;
import barton.steward.model.database.Difference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the things by which the schema is compared with what the migrations make; what differs is named, and what it breaks.
record DriftCheck(String name, String fine, Set<String> kinds) {
    private static final int NAMED = 5;
    private static final String FUNCTIONS = "functions";

    static final List<DriftCheck> ALL = List.of(
            new DriftCheck("tables", "Every table and view is as it was made.", Set.of("schema", "table", "view", "sequence", "rule")),
            new DriftCheck("columns", "Every column is there, with a type that works.", Set.of("column", "default", "not null")),
            new DriftCheck("constraints", "Every key, reference and check is in place.", Set.of("constraint")),
            new DriftCheck("indexes", "Every index is in place.", Set.of("index")),
            new DriftCheck(FUNCTIONS, "Every function is as it was made, and open to whom it must be.", Set.of("function")),
            new DriftCheck("triggers", "Every trigger is in place.", Set.of("trigger")),
            new DriftCheck("grants", "Nobody may do what only stewards may.", Set.of("grant", "right")),
            new DriftCheck("owners", "Everything belongs to who migrates it.", Set.of("owner")));

    /// @param differences all of them
    Check check(List<Difference> differences) {
        List<Difference> found = differences.stream().filter(Difference::fault).filter(this::isMine).toList();
        if (found.isEmpty()) {
            return new Check(name, true, fine);
        }
        String more = found.size() > NAMED ? " And %d more, which --json names.".formatted(found.size() - NAMED) : "";
        return new Check(name, false, found.stream().limit(NAMED).map(d -> "The %s %s %s. %s".formatted(d.kind(), d.name(), d.problem(),
                d.breaks()).strip()).collect(Collectors.joining(" ")) + more + " " + advice(found));
    }

    private static String advice(List<Difference> found) {
        long repairable = found.stream().filter(Difference::repairable).count();
        return repairable == found.size() ? "“steward migrate --repair” puts it back."
                : repairable > 0 ? "“steward migrate --repair” puts back what can be, and tells what cannot."
                : "It cannot be put back by itself.";
    }

    /// The indexes behind promotion and searches have checks of their own, which know more of them.
    private boolean isMine(Difference difference) {
        boolean ofFunction = difference.kind().equals("grant") && difference.name().contains("(");
        if (difference.kind().equals("index") && Stream.concat(SearchIndexes.names(), Stream.of("marketing.company_master_promoted_once",
                "marketing.people_master_promoted_once")).anyMatch(difference.name()::equals)) {
            return false;
        }
        return ofFunction ? name.equals(FUNCTIONS) : kinds.contains(difference.kind());
    }
}
