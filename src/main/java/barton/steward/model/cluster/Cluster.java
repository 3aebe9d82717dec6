package barton.steward.model.cluster;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values that may be spellings of one thing, those of most rows first.
/// @param value what they are proposed to become: what was decided of them before, else the one of most rows, without blanks around
public record Cluster(String value, List<Member> members) {
    /// Of most rows first, then those of several clusters by their names.
    public static final Comparator<Cluster> ORDER = Comparator.comparingLong(Cluster::rows).reversed().thenComparing(Cluster::value);

    public Cluster {
        members = List.copyOf(members);
    }

    /// @param included whether it is proposed to become the cluster's value, which is not where it was decided before that it stays
    public record Member(String value, long rows, boolean included) {
        public static final Comparator<Member> ORDER = Comparator.comparingLong(Member::rows).reversed().thenComparing(Member::value);
    }

    public long rows() {
        return members.stream().mapToLong(Member::rows).sum();
    }

    /// What becomes of its members: of those left out themselves, which is remembered.
    public Map<String, String> decided() {
        var decided = new LinkedHashMap<String, String>();
        members.forEach(m -> decided.put(m.value(), m.included() ? value : m.value()));
        return decided;
    }
}
