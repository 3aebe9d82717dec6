package barton.steward.service.cluster;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.dao.cluster.ValueDao;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.cluster.Cluster;
import barton.steward.model.cluster.Cluster.Member;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Finds spellings of one thing among the values of a field of intake. They are merged by [barton.steward.model.validation.Fix.Merge].
public final class Clusters {
    private final ValueDao dao;

    public Clusters(ValueDao dao) {
        this.dao = dao;
    }

    /// The fields whose values can be spellings of one thing.
    public static List<Field> fields(Entity entity) {
        return entity.intake().editableFields().stream().filter(f -> f.type() == FieldType.TEXT).toList();
    }

    /// The clusters, of most rows first, among the rows that are not promoted.
    /// @throws StewardException of kind REFUSED where the field is none of [#fields]
    public List<Cluster> find(Selection rows, Field field, ClusterMethod method) {
        Entity entity = Entity.ofIntake(rows.table()).orElseThrow();
        if (!fields(entity).contains(field)) {
            throw StewardException.refused("The values of “" + field + "” are no spellings.", "Choose a field with text that is edited.");
        }
        Map<String, String> decided = dao.decided(entity, field);
        List<ValueCount> values = dao.values(rows, field);
        return (method == ClusterMethod.REMEMBERED ? remembered(values, decided)
                : grouped(values, method).map(g -> cluster(g, decided)).filter(c -> undecided(c)))
                .sorted(Cluster.ORDER).toList();
    }

    private static Stream<List<ValueCount>> grouped(List<ValueCount> values, ClusterMethod method) {
        if (method == ClusterMethod.DISTANCE) {
            return TypingErrors.of(values.stream().map(ValueCount::value).toList(), values.stream().map(ValueCount::rows).toList())
                    .stream().map(places -> places.stream().map(values::get).toList());
        }
        UnaryOperator<String> key = ClusterKeys.of(method);
        var groups = new LinkedHashMap<String, List<ValueCount>>();
        for (ValueCount value : values) {
            groups.computeIfAbsent(key.apply(value.value()), k -> new ArrayList<>(1)).add(value);
            Work.checkCancelled();
        }
        return groups.values().stream().filter(g -> g.size() > 1);
    }

    private static Cluster cluster(List<ValueCount> values, Map<String, String> decided) {
        List<ValueCount> sorted = values.stream()
                .sorted(Comparator.comparingLong(ValueCount::rows).reversed().thenComparing(Clusters::oddness)
                        .thenComparing(ValueCount::value)).toList();
        String proposed = sorted.stream().map(v -> decided.get(v.value())).filter(Objects::nonNull).findFirst()
                .orElse(tidied(sorted.getFirst().value()));
        return new Cluster(proposed, sorted.stream().map(v -> new Member(v.value(), v.rows(),
                !v.value().equals(decided.get(v.value())) || v.value().equals(proposed))).toList());
    }

    /// Whether there is something to do that was not decided against.
    private static boolean undecided(Cluster cluster) {
        return cluster.members().stream().anyMatch(m -> m.included() && !m.value().equals(cluster.value()));
    }

    private static Stream<Cluster> remembered(List<ValueCount> values, Map<String, String> decided) {
        var groups = new TreeMap<String, List<Member>>();
        for (ValueCount value : values) {
            String becomes = decided.get(value.value());
            if (becomes != null && !becomes.equals(value.value())) {
                groups.computeIfAbsent(becomes, b -> new ArrayList<>()).add(new Member(value.value(), value.rows(), true));
            }
        }
        return groups.entrySet().stream().map(g -> new Cluster(g.getKey(), g.getValue().stream().sorted(Member.ORDER).toList()));
    }

    /// Of values that are as frequent, the one that is written with care: neither in capitals nor without any, and nothing around it.
    private static int oddness(ValueCount value) {
        String text = value.value();
        boolean plain = text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
        return (plain ? 1 : 0) + (text.equals(tidied(text)) ? 0 : 2);
    }

    private static String tidied(String value) {
        return value.replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ").strip();
    }
}
