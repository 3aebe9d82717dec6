package barton.steward.dao.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// A piece of SQL with its values: what comes from outside is always a value, never text of a statement. A text that is written down has
/// names for its values (`:batch`) and for what is put together elsewhere (`<where>`); conditions that are built have values without names.
public final class Sql {
    /// The most rows of one round trip.
    public static final int PORTION = 500;

    /// Where a value without a name goes: a character that no text of PostgreSQL can hold.
    private static final String UNNAMED = "\0";
    private static final Pattern QUESTION_MARK = Pattern.compile("(?<![?])[?](?![?])");

    private final String text;
    private final List<Object> values;
    private final Map<String, Object> named;

    private Sql(String text, List<Object> values, Map<String, Object> named) {
        this.text = text;
        this.values = Collections.unmodifiableList(values);
        this.named = Collections.unmodifiableMap(named);
    }

    public static Sql of(String text) {
        return new Sql(text, List.of(), Map.of());
    }

    /// With values for its `?`, in their order.
    static Sql of(String text, Object value, Object... more) {
        var values = new ArrayList<>();
        values.add(value);
        values.addAll(Arrays.asList(more));
        String places = QUESTION_MARK.matcher(text).replaceAll(UNNAMED);
        if (places.split(UNNAMED, -1).length != values.size() + 1) {
            throw new IllegalArgumentException("not " + values.size() + " values: " + text);
        }
        return new Sql(places, values, Map.of());
    }

    /// All pieces that must hold; `true` where there is none.
    public static Sql all(List<Sql> conditions) {
        return conditions.isEmpty() ? of("true") : joined(" AND ", conditions);
    }

    public static Sql joined(String separator, List<Sql> pieces) {
        return new Sql(pieces.stream().map(p -> p.text).collect(Collectors.joining(separator)), valuesOf(pieces), namesOf(pieces));
    }

    public Sql and(Sql condition) {
        return joined(" AND ", List.of(this, condition));
    }

    public Sql then(Sql more) {
        return joined(" ", List.of(this, more));
    }

    public Sql then(String more) {
        return then(of(more));
    }

    /// The value of a name, wherever it stands.
    public Sql bind(String name, Object value) {
        return new Sql(text, values, namesOf(List.of(this, new Sql("", List.of(), Collections.singletonMap(name, value)))));
    }

    /// What stands at a place of the text, wherever that has it.
    public Sql with(String place, Sql piece) {
        List<String> around = List.of(text.split("<" + place + ">", -1));
        if (around.size() == 1) {
            throw new IllegalArgumentException("no <" + place + "> in " + text);
        }
        var pieces = new ArrayList<Sql>();
        int read = 0;
        for (String own : around) {
            int until = read + own.split(UNNAMED, -1).length - 1;
            pieces.add(new Sql(own, values.subList(read, until), named));
            pieces.add(piece);
            read = until;
        }
        return joined("", pieces.subList(0, pieces.size() - 1));
    }

    public Sql with(String place, String piece) {
        return with(place, of(piece));
    }

    public Query query(Handle handle) {
        return bound(handle::createQuery);
    }

    /// Does it; returns how many rows it was about.
    public int execute(Handle handle) {
        return bound(handle::createUpdate).execute();
    }

    private <S extends SqlStatement<S>> S bound(Function<String, S> statements) {
        var rendered = new StringBuilder();
        var bound = new LinkedHashMap<>(named);
        List<String> pieces = List.of(text.split(UNNAMED, -1));
        for (int i = 0; i < pieces.size(); i++) {
            rendered.append(pieces.get(i));
            if (i < values.size()) {
                rendered.append(":v").append(i + 1);
                bound.put("v" + (i + 1), values.get(i));
            }
        }
        S statement = statements.apply(rendered.toString());
        bound.forEach((name, value) -> {
            Object given = SqlValues.toDriver(value);
            statement.bind(name, (position, prepared, _) -> prepared.setObject(position, given));
        });
        return statement;
    }

    private static List<Object> valuesOf(List<Sql> pieces) {
        return pieces.stream().flatMap(p -> p.values.stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, Object> namesOf(List<Sql> pieces) {
        var names = new LinkedHashMap<String, Object>();
        pieces.forEach(p -> p.named.forEach((name, value) -> {
            if (names.containsKey(name) && !Objects.deepEquals(names.get(name), value)) {
                throw new IllegalArgumentException("two values for :" + name);
            }
            names.put(name, value);
        }));
        return names;
    }
}
