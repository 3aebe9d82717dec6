package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes on the way back to a point of the history: whatever this version or the history makes and the point does not have, and
/// whatever this version made anew in place of what the point has.
final class Leaving {
    private static final Set<String> MADE_ANEW = Set.of("constraint", "index", "trigger", "view");
    /// What the history itself proposed as a next step: where it was there before this program, it may be somebody's.
    private static final String EMAILS = "marketing.email_verification_log";
    private static final String SLOT = "intake.people_raw_intake.company_slot_unique_id";

    private final List<CatalogueObject> objects;
    private final Set<String> keys;

    /// @param adopted whether the tables of the history were there before the program
    Leaving(HistoryPoint point, List<CatalogueObject> present, boolean adopted) {
        List<CatalogueObject> expected = SchemaCatalogue.expected();
        Map<String, CatalogueObject> made = new HashMap<>();
        expected.forEach(object -> made.put(object.key(), object));
        Set<String> ours = Stream.concat(expected.stream(), SchemaCatalogue.history().stream().map(SchemaCatalogue.Made::object))
                .map(CatalogueObject::key).collect(Collectors.toSet());
        Map<String, CatalogueObject> stays = new HashMap<>();
        point.objects().forEach(object -> stays.put(object.key(), object));
        objects = present.stream().filter(object -> ours.contains(object.key()))
                .filter(object -> stays.containsKey(object.key()) ? isMadeAnew(object, stays.get(object.key()), made.get(object.key()))
                        : !object.kind().equals("schema") && !(adopted && isMaybeTheirs(object))).toList();
        keys = HistoryPoint.keys(objects);
    }

    private static boolean isMadeAnew(CatalogueObject present, CatalogueObject stays, CatalogueObject made) {
        return MADE_ANEW.contains(present.kind()) && made != null && present.plainSign().equals(made.plainSign())
                && !present.plainSign().equals(stays.plainSign());
    }

    private static boolean isMaybeTheirs(CatalogueObject object) {
        boolean table = Set.of("table", "column", "default", "not null", "constraint", "sequence").contains(object.kind());
        return table && (object.name().startsWith(EMAILS) || object.of().equals(EMAILS) || object.name().equals(SLOT));
    }

    List<CatalogueObject> all() {
        return objects;
    }

    /// Tables, columns of tables that stay, and so on: nothing that is only a part of something else that goes.
    List<CatalogueObject> whole(String kind) {
        return objects.stream().filter(object -> object.kind().equals(kind))
                .filter(object -> kind.equals("table") || !keys.contains("table " + object.of()))
                .filter(object -> kind.equals("column") || !keys.contains("column " + object.name())).toList();
    }

    /// The statements that take it away, in an order in which nothing stands in the way of what comes after.
    List<String> statements() {
        Stream<String> parts = Stream.of(
                whole("trigger").stream().map(object -> object.unmake().replaceFirst("DROP TRIGGER", "DROP TRIGGER IF EXISTS")),
                whole("constraint").stream().map(object -> object.unmake().replaceFirst(" DROP CONSTRAINT", " DROP CONSTRAINT IF EXISTS")
                        + " CASCADE"),
                whole("index").stream().map(object -> object.unmake().replaceFirst("DROP INDEX", "DROP INDEX IF EXISTS")),
                whole("default").stream().map(object -> altered(object) + " DROP DEFAULT"),
                whole("not null").stream().map(object -> altered(object) + " DROP NOT NULL"),
                whole("column").stream().map(object -> "ALTER TABLE " + object.of() + " DROP COLUMN IF EXISTS " + column(object)
                        + " CASCADE"))
                .flatMap(statements -> statements);
        return Stream.of(together("VIEW", whole("view")), parts, together("TABLE", whole("table")),
                together("ROUTINE", whole("function")), together("SEQUENCE", whole("sequence"))).flatMap(s -> s).toList();
    }

    private static String altered(CatalogueObject object) {
        return "ALTER TABLE " + object.of() + " ALTER COLUMN " + column(object);
    }

    static String column(CatalogueObject object) {
        return object.name().substring(object.of().length() + 1);
    }

    private static Stream<String> together(String kind, List<CatalogueObject> going) {
        return going.isEmpty() ? Stream.empty() : Stream.of(going.stream().map(CatalogueObject::name)
                .collect(Collectors.joining(", ", "DROP " + kind + " IF EXISTS ", " CASCADE")));
    }
}
