package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.model.StewardException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// What of others stands on objects that are to go. Nothing of theirs goes along: it is named before, and looked for afterwards.
final class Dependents {
    private static final String QUERY = SchemaCatalogue.text("/db/dependents.sql");
    private static final String STANDING = SchemaCatalogue.text("/db/standing.sql");

    private final Handle handle;
    private final Set<Thing> gone = new HashSet<>();
    private final List<String> inTheWay = new ArrayList<>();
    private final List<Standing> before;

    private record Thing(long classid, long objid) {
    }

    /// A row of the question.
    record Found(String role, long classid, long objid, String name) {
    }

    /// Something that is there.
    record Standing(long classid, long objid, String name) {
    }

    /// @param known every object of ours, whatever becomes of it
    Dependents(Handle handle, List<CatalogueObject> going, List<CatalogueObject> known) {
        this.handle = handle;
        for (Found found : handle.createQuery(QUERY)
                .bind("relations", named(going, "table", "view", "sequence", "index"))
                .bind("functions", named(going, "function")).bind("columns", named(going, "column"))
                .bind("constraints", named(going, "constraint")).bind("triggers", named(going, "trigger"))
                .bind("known", named(known, "function")).bind("words", words(going)).map(ConstructorMapper.of(Found.class)).list()) {
            if (found.role().equals("gone")) {
                gone.add(new Thing(found.classid(), found.objid()));
            } else {
                inTheWay.add(found.name());
            }
        }
        before = standing();
    }

    /// As PostgreSQL describes them, by name.
    List<String> inTheWay() {
        return inTheWay.stream().sorted().distinct().toList();
    }

    /// @throws StewardException where more went than was meant
    void requireNothingElseGone() {
        Set<Standing> after = Set.copyOf(standing());
        List<String> lost = before.stream().filter(s -> !gone.contains(new Thing(s.classid(), s.objid())) && !after.contains(s))
                .map(Standing::name).toList();
        if (!lost.isEmpty()) {
            throw StewardException.refused("This would have gone along: " + String.join(", ", lost) + ". Nothing was changed.",
                    "Remove it, or keep it elsewhere, and try again.");
        }
    }

    private List<Standing> standing() {
        return handle.createQuery(STANDING).map(ConstructorMapper.of(Standing.class)).list();
    }

    private static String[] named(List<CatalogueObject> objects, String... kinds) {
        return objects.stream().filter(o -> List.of(kinds).contains(o.kind())).map(CatalogueObject::name).toArray(String[]::new);
    }

    /// Only what is in a schema is looked for in the text of functions: a bare word may mean anything.
    private static String words(List<CatalogueObject> going) {
        return going.stream().filter(o -> List.of("table", "view", "function").contains(o.kind()))
                .map(o -> o.name().replaceFirst("\\(.*", "").replace(".", "\\.")).distinct()
                .collect(Collectors.joining("|", "\\m(", "|nothing of the kind)\\M"));
    }
}
