package barton.steward.service.profile;

import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.Profile;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.Unlike.Kind;
import barton.steward.model.profile.ValueCount;
import barton.steward.service.profile.ShareTest.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Finds in what a batch is unlike the batches before. How often rules find fault is not compared: earlier batches were mended since.
final class Unlikeness {
    /// The chance that anything at all is said of a batch that is as ever.
    private static final double RISK = 0.05;
    /// Fewer values say nothing of how a column is written, and what fewer rows than this share of them have is not how it is written.
    private static final int FEW = 20;
    private static final double USUAL = 0.3;
    private static final double MANY_ALIKE = 0.5;
    /// By how much a column is more like another one than like itself, and two together.
    private static final double NEARER = 0.15;
    private static final double NEARER_TOGETHER = 0.4;

    private final Profile now;
    private final List<Profile> before;
    private final double risk;

    private Unlikeness(Profile now, List<Profile> before) {
        this.now = now;
        this.before = before;
        this.risk = RISK / Math.max(1, now.columns().size() * Kind.values().length);
    }

    /// @param before the batches before, without rows of this one
    static List<Unlike> of(Profile now, List<Profile> before) {
        List<Profile> batches = before.stream().filter(b -> b.rows() > 0).toList();
        return batches.isEmpty() || now.rows() == 0 ? List.of() : new Unlikeness(now, batches).all();
    }

    private record Ranked(Unlike unlike, double effect) {
    }

    private List<Unlike> all() {
        List<Unlike> moved = moved();
        var told = new HashSet<String>();
        moved.forEach(m -> told.addAll(m.kind() == Kind.SWAPPED ? Set.of(m.column(), m.what()) : Set.of(m.column())));
        var shares = new ArrayList<Ranked>();
        for (ColumnProfile column : now.columns()) {
            List<ColumnProfile> earlier = earlier(column.column());
            if (!earlier.isEmpty()) {
                share(column, earlier, Kind.EMPTY, ColumnProfile::empty, null).ifPresent(shares::add);
                share(column, earlier, Kind.PLACEHOLDER, ColumnProfile::placeholder, null).ifPresent(shares::add);
                if (!told.contains(column.column()) && enough(column, earlier)) {
                    written(column, earlier).ifPresent(shares::add);
                }
            }
        }
        return Stream.concat(moved.stream(), shares.stream().sorted(Comparator.comparing(Ranked::effect).reversed()).map(Ranked::unlike))
                .toList();
    }

    private List<ColumnProfile> earlier(String column) {
        return before.stream().flatMap(b -> b.column(column).stream()).toList();
    }

    private static boolean enough(ColumnProfile column, List<ColumnProfile> earlier) {
        return column.filled() >= FEW && earlier.stream().mapToLong(ColumnProfile::filled).sum() >= FEW;
    }

    private Optional<Ranked> share(ColumnProfile column, List<ColumnProfile> earlier, Kind kind, ToLongFunction<ColumnProfile> rows,
                                   String what) {
        return ranked(column.column(), kind, what, new Share(rows.applyAsLong(column), column.rows()),
                earlier.stream().map(e -> new Share(rows.applyAsLong(e), e.rows())).toList());
    }

    private Optional<Ranked> ranked(String column, Kind kind, String what, Share share, List<Share> earlier) {
        double effect = ShareTest.unlike(share, earlier, risk);
        double pooled = (double) earlier.stream().mapToLong(Share::part).sum() / earlier.stream().mapToLong(Share::of).sum();
        return effect == 0 ? Optional.empty() : Optional.of(new Ranked(new Unlike(kind, column, what, share.value(), pooled), effect));
    }

    /// How its values look, where they are many: how many rows have the shape that most have now, or had before; else how many have one
    /// and the same value, whichever that is, because each batch may have its own.
    private Optional<Ranked> written(ColumnProfile column, List<ColumnProfile> earlier) {
        List<ColumnProfile> filled = earlier.stream().filter(e -> e.filled() > 0).toList();
        Share top = top(column);
        List<Share> tops = filled.stream().map(Unlikeness::top).toList();
        if (top.value() < MANY_ALIKE && tops.stream().allMatch(t -> t.value() < MANY_ALIKE)) {
            Optional<Ranked> shape = Stream.concat(Stream.of(column), filled.stream())
                    .flatMap(c -> c.shapes().stream().limit(1)).map(ValueCount::value).distinct()
                    .flatMap(s -> shape(column, filled, s).stream()).findFirst();
            if (shape.isPresent()) {
                return shape;
            }
        }
        return usual(top, tops) ? ranked(column.column(), Kind.VALUE, column.values().getFirst().value(), top, tops) : Optional.empty();
    }

    private Optional<Ranked> shape(ColumnProfile column, List<ColumnProfile> earlier, String shape) {
        Share share = new Share(rows(column.shapes(), shape), column.filled());
        List<Share> shares = earlier.stream().map(e -> new Share(rows(e.shapes(), shape), e.filled())).toList();
        return usual(share, shares) ? ranked(column.column(), Kind.SHAPE, shape, share, shares) : Optional.empty();
    }

    private static Share top(ColumnProfile column) {
        return new Share(column.values().getFirst().rows(), column.filled());
    }

    private static boolean usual(Share now, List<Share> before) {
        return now.value() >= USUAL || before.stream().anyMatch(s -> s.value() >= USUAL);
    }

    private static long rows(List<ValueCount> counts, String value) {
        return counts.stream().filter(c -> c.value().equals(value)).mapToLong(ValueCount::rows).sum();
    }

    /// Columns whose values stand in another one than before.
    private List<Unlike> moved() {
        List<ColumnProfile> columns = now.columns().stream().filter(c -> enough(c, earlier(c.column()))).toList();
        List<ColumnLikeness> is = columns.stream().map(c -> ColumnLikeness.of(c.column(), List.of(c))).toList();
        List<ColumnLikeness> was = columns.stream().map(c -> ColumnLikeness.of(c.column(), earlier(c.column()))).toList();
        var found = new ArrayList<Unlike>();
        for (int a = 0; a < is.size(); a++) {
            for (int b = a + 1; b < is.size(); b++) {
                double first = is.get(a).to(was.get(b)) - is.get(a).to(was.get(a));
                double second = is.get(b).to(was.get(a)) - is.get(b).to(was.get(b));
                if (first > NEARER && second > NEARER && first + second > NEARER_TOGETHER) {
                    found.add(new Unlike(Kind.SWAPPED, is.get(a).column(), is.get(b).column(), is.get(a).to(was.get(b)),
                            is.get(a).to(was.get(a))));
                }
            }
        }
        Set<String> swapped = new HashSet<>();
        found.forEach(f -> swapped.addAll(List.of(f.column(), f.what())));
        for (int a = 0; a < is.size(); a++) {
            ColumnLikeness column = is.get(a);
            double own = column.to(was.get(a));
            was.stream().filter(w -> !w.column().equals(column.column()) && !swapped.contains(column.column()))
                    .filter(w -> column.to(w) - own > NEARER_TOGETHER).max(Comparator.comparing(column::to))
                    .ifPresent(w -> found.add(new Unlike(Kind.RESEMBLES, column.column(), w.column(), column.to(w), own)));
        }
        return found;
    }
}
