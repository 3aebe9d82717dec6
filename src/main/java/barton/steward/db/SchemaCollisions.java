package barton.steward.db;

import barton.steward.db.Scripts.Script;
import barton.steward.db.drift.SchemaContract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a database that is to be adopted has under the names of what migrations after 006 make. What is ours by contract is replaced
/// or completed, and keeps its rows and grants; so is an index, which holds none. Anything else is somebody's, and stands in the way.
final class SchemaCollisions {
    private static final Pattern RELATION = Pattern.compile("CREATE (?:OR REPLACE )?(?:TABLE|VIEW) (?:IF NOT EXISTS )?(shq\\.\\w+)");
    private static final Pattern FUNCTION = Pattern.compile("CREATE (?:OR REPLACE )?FUNCTION shq\\.(\\w+)");
    private static final Pattern TRIGGER = Pattern.compile("CREATE (?:OR REPLACE )?TRIGGER (\\w+)");
    private static final Pattern INDEX = Pattern.compile("CREATE (UNIQUE )?INDEX (CONCURRENTLY )?(IF NOT EXISTS )?(\\w+) ON (\\w+)\\.(\\w+)"
            + " (?:USING \\w+ )?\\((\\w+)");

    private static final String RUN_NUMBERS = "shq.run_detail_run_no_seq";
    /// Replaced by their own scripts, whatever they are.
    private static final Set<String> CONTRACT = Set.of("promote_company_records", "promote_people_records", "validate_and_promote",
            "clear_promoted_intake", "clear_promoted_people");
    private static final String STATS = "marketing.email_verification_stats";
    private static final String LOG = "marketing.email_verification_log";
    private static final String SLOT = "intake.people_raw_intake.company_slot_unique_id";
    /// A column whose type may be another one that works too, with how it was first made.
    private static final List<List<String>> TYPED = List.of(List.of(SLOT, "text"), List.of(LOG + ".verification_id", "integer"),
            List.of(LOG + ".person_unique_id", "text"), List.of(LOG + ".email", "text"), List.of(LOG + ".verification_service", "text"),
            List.of(LOG + ".verification_result", "text"), List.of(LOG + ".verified_at", "timestamptz"),
            List.of(LOG + ".quality_score", "numeric"));

    private final CollisionReader reader;

    SchemaCollisions(SchemaReader reader) {
        this.reader = new CollisionReader(reader);
    }

    /// An index that a migration makes; one that it drops first, or makes only where there is none, or neither.
    private record Index(boolean unique, boolean dropsFirst, boolean onlyMissing, String name, String table, String column) {
        static Index of(MatchResult made) {
            return new Index(made.group(1) != null, made.group(2) != null, made.group(3) != null, made.group(5) + "." + made.group(4),
                    made.group(5) + "." + made.group(6), made.group(7));
        }

        /// Whether it is none that a migration can let stand or replace.
        boolean refuses(CollisionReader.NamedIndex there) {
            boolean guards = there.constraint() || there.unique() && !unique;
            return !table.equals(there.table()) || guards && !(onlyMissing && serves(there));
        }

        boolean serves(CollisionReader.NamedIndex there) {
            return there.valid() && column.equals(there.column()) && (!there.partial() || column.equals("email_verified"));
        }

        boolean replaces(CollisionReader.NamedIndex there) {
            return !dropsFirst && !(onlyMissing && serves(there));
        }
    }

    /// Sentences about what stands in the way.
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        var relations = new TreeSet<>(made(RELATION, found -> found.group(1)));
        relations.add(RUN_NUMBERS);
        reasons.addAll(reader.namedRelations(List.copyOf(relations)));
        var functions = new TreeSet<>(made(FUNCTION, found -> found.group(1)));
        functions.removeAll(CONTRACT);
        reasons.addAll(reader.namedFunctions(List.copyOf(functions)));
        var triggers = new TreeSet<>(made(TRIGGER, found -> found.group(1)));
        triggers.removeIf(name -> name.endsWith("_updated_at"));
        reasons.addAll(reader.namedTriggers(List.copyOf(triggers)));
        indexes((made, there) -> made.refuses(there) ? "There is another " + made.name() + " than the index that Barton Steward makes on "
                + made.table() + "." : null, reasons);
        reasons.addAll(reader.emailsInTheWay());
        for (List<String> column : TYPED) {
            reader.type(column.getFirst()).filter(found -> !SchemaContract.convertible(column.getLast(), found)).ifPresent(found ->
                    reasons.add("The column %s is %s, which cannot serve as %s.".formatted(column.getFirst(), found, column.getLast())));
        }
        return reasons;
    }

    /// Sentences about what is replaced or completed.
    List<String> findings() {
        var findings = new ArrayList<String>();
        indexes((made, there) -> made.replaces(there) ? "The index " + made.name() + " is of another kind; it is replaced." : null,
                findings);
        findings.addAll(reader.replacedOfContract());
        return findings;
    }

    /// The indexes that have to go before migrations make them.
    List<String> replacedIndexes() {
        var names = new ArrayList<String>();
        indexes((made, there) -> made.replaces(there) ? made.name() : null, names);
        return names;
    }

    private void indexes(Text text, List<String> to) {
        var there = reader.indexes(List.copyOf(new TreeSet<>(made(INDEX, found -> Index.of(found).name()))));
        for (Index made : new LinkedHashSet<>(made(INDEX, Index::of))) {
            there.stream().filter(found -> found.name().equals(made.name())).map(found -> text.of(made, found))
                    .filter(found -> found != null && !to.contains(found)).forEach(to::add);
        }
    }

    private static <T> List<T> made(Pattern statement, Function<MatchResult, T> part) {
        return Scripts.all().stream().filter(script -> script.version() == null || script.version().compareTo("006") > 0)
                .filter(Script::isMigration).flatMap(script -> statement.matcher(script.text()).results()).map(part).toList();
    }

    private interface Text {
        String of(Index made, CollisionReader.NamedIndex there);
    }
}
