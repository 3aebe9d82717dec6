package barton.steward.db.drift;

import barton.steward.model.database.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How a database differs from what the migrations of this program make.
///
/// Tables that were there before us may be of other types that work too, and an adopted one may lack defaults and checks that nobody
/// promised; both are told, and are no faults. What is somebody's own beside ours is told where it may refuse what the program writes.
public final class Drift {
    /// What an adopted table may have otherwise.
    private static final Set<String> FREE = Set.of("default", "not null", "constraint", "trigger");
    /// What only counts where it should not be.
    private static final Set<String> WRONG_AT_ALL = Set.of("owner", "right", "rule");
    private static final String DEFINER = "definer";

    private final Map<String, CatalogueObject> expected;
    private final Map<String, CatalogueObject> present;
    private final boolean adopted;
    private final Consequences consequences = Consequences.read();
    private final Set<String> expectedParts;
    private final Set<String> presentParts;

    /// @param adopted whether the tables of the history were there before the program
    public Drift(List<CatalogueObject> expected, List<CatalogueObject> present, boolean adopted) {
        this.expected = byKey(expected);
        this.present = byKey(present);
        this.adopted = adopted;
        this.expectedParts = parts(expected);
        this.presentParts = parts(present);
    }

    /// Every difference, in the order in which it could be mended.
    public List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        for (CatalogueObject wanted : expected.values()) {
            CatalogueObject found = present.get(wanted.key());
            if (isPartOfMissing(wanted)) {
                continue;
            }
            if (found == null ? !isThereOtherwise(wanted) : !wanted.plainSign().equals(found.plainSign())) {
                differences.add(found == null ? missing(wanted) : other(wanted, found));
            }
        }
        for (CatalogueObject found : present.values()) {
            if (!expected.containsKey(found.key())) {
                unexpected(found, differences);
            }
        }
        return differences;
    }

    /// Names of constraints, and of the index behind one, are nobody's concern.
    private boolean isThereOtherwise(CatalogueObject wanted) {
        return Set.of("constraint", "index").contains(wanted.kind()) && presentParts.contains(part(wanted));
    }

    /// What belongs to a table, column or function that is missing itself comes back with it, or after it.
    private boolean isPartOfMissing(CatalogueObject wanted) {
        return lacks("table " + wanted.of()) || lacks("function " + wanted.of())
                || Set.of("default", "not null").contains(wanted.kind()) && lacks("column " + wanted.name());
    }

    private boolean lacks(String key) {
        return expected.containsKey(key) && !present.containsKey(key);
    }

    private Difference missing(CatalogueObject wanted) {
        if (wanted.kind().equals("grant")) {
            return new Difference("grant", wanted.name(), "is not everybody's any more",
                    "Who has not been given it by name cannot do what needs it.", true, wanted.make());
        }
        boolean rewrites = wanted.kind().equals("column") && wanted.sign().contains(" GENERATED ")
                && present.containsKey("table " + wanted.of()) && !hasNoColumn(wanted.of());
        return new Difference(wanted.kind(), wanted.name(), "is missing", consequences.of(wanted), isFault(wanted),
                rewrites ? "" : wanted.make());
    }

    /// As it is just after it was made, when nothing is in it.
    private boolean hasNoColumn(String table) {
        return present.values().stream().noneMatch(object -> object.kind().equals("column") && object.of().equals(table));
    }

    private Difference other(CatalogueObject wanted, CatalogueObject found) {
        String problem = switch (wanted.kind()) {
            case "column" -> "is " + found.sign() + " instead of " + wanted.sign();
            case "default" -> "is filled with " + found.sign() + " instead of " + wanted.sign();
            case "table" -> "is other than it was made: " + (found.sign().isEmpty() ? "not " + wanted.sign() : found.sign());
            case "function" -> wanted.sign().contains(DEFINER) && !found.sign().contains(DEFINER) ? "runs without its owner's rights"
                    : "has been changed";
            case "index", "trigger" -> found.sign().endsWith(")") && found.sign().startsWith(wanted.sign() + " (")
                    ? "is" + found.sign().substring(wanted.sign().length()).replaceAll("[()]", "") : "has been changed";
            default -> "has been changed";
        };
        return new Difference(wanted.kind(), wanted.name(), problem, consequences.of(wanted), isFault(wanted) && !works(wanted, found),
                remake(wanted, found));
    }

    private static String remake(CatalogueObject wanted, CatalogueObject found) {
        return switch (wanted.kind()) {
            case "function", "view", "default" -> wanted.make();
            case "index", "trigger", "constraint" -> found.unmake() + "; " + wanted.make();
            case "table" -> found.sign().contains("row security") && wanted.sign().isEmpty()
                    ? "ALTER TABLE " + wanted.name() + " DISABLE ROW LEVEL SECURITY" : "";
            default -> "";
        };
    }

    private void unexpected(CatalogueObject found, List<Difference> to) {
        boolean ours = expected.containsKey("table " + found.of());
        switch (found.kind()) {
            case "grant" -> {
                boolean known = expected.keySet().stream().anyMatch(key -> key.endsWith(" " + found.of()));
                if (known || found.sign().equals(DEFINER)) {
                    boolean reads = found.name().startsWith("SELECT") || found.name().startsWith("USAGE");
                    to.add(new Difference("grant", found.name(), "is everybody's", consequences.of(found), !reads, found.unmake()));
                }
            }
            case "owner" -> to.add(new Difference("owner", found.name(), "belongs to " + found.sign(), consequences.of(found), true,
                    found.unmake()));
            case "right" -> to.add(new Difference("right", found.name(), "is closed to its owner (" + found.sign() + ")",
                    consequences.of(found), true, found.unmake()));
            case "rule" -> {
                if (ours) {
                    to.add(new Difference("rule", found.name(), "is somebody's", consequences.of(found), true, ""));
                }
            }
            case "constraint", "trigger", "not null" -> {
                if (ours && !expectedParts.contains(part(found)) && !isOurName(found)) {
                    to.add(new Difference(found.kind(), found.name(), "is somebody's own",
                            "It may refuse what Barton Steward writes.", false, ""));
                }
            }
            default -> { }
        }
    }

    /// A key that a table with another name of it has, too.
    private boolean isOurName(CatalogueObject found) {
        return found.kind().equals("not null") && !expected.containsKey("column " + found.name());
    }

    private boolean isFault(CatalogueObject wanted) {
        return !(adopted && FREE.contains(wanted.kind()) && ofHistory(wanted) && !isKept(wanted));
    }

    /// Triggers that migrations make on adopted tables too.
    private static boolean isKept(CatalogueObject wanted) {
        return wanted.kind().equals("trigger") && !wanted.name().endsWith("_updated_at");
    }

    private static boolean ofHistory(CatalogueObject wanted) {
        return SchemaContract.COLUMNS.containsKey(wanted.of()) || wanted.of().equals("marketing.email_verification_log");
    }

    /// Whether a column of the history's tables has another type that works too, as by the hand of an administrator.
    private static boolean works(CatalogueObject wanted, CatalogueObject found) {
        return wanted.kind().equals("column") && ofHistory(wanted) && SchemaContract.works(wanted.sign(), found.sign());
    }

    private static String part(CatalogueObject object) {
        String sign = object.plainSign();
        if (object.kind().equals("index")) {
            sign = sign.replaceFirst("INDEX\\S*?ON" + object.of(), "INDEXON" + object.of());
        }
        return object.kind() + " " + object.of() + " " + (object.kind().equals("not null") ? object.name() : sign);
    }

    private static Set<String> parts(List<CatalogueObject> objects) {
        return objects.stream().filter(object -> !WRONG_AT_ALL.contains(object.kind())).map(Drift::part)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, CatalogueObject> byKey(List<CatalogueObject> objects) {
        var byKey = new LinkedHashMap<String, CatalogueObject>();
        objects.forEach(object -> byKey.put(object.key(), object));
        return byKey;
    }
}
