package barton.steward.service.intake;

import barton.steward.catalog.Headers;
import barton.steward.catalog.Headers.Claim;
import barton.steward.catalog.Headers.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Which headers of a file fill which columns by themselves. A header fills one column; where several claim one, the fuller comes first
/// and the others fill its gaps.
final class HeaderClaims {
    private final Headers headers;
    private final List<String> header;
    private final ToLongFunction<String> filled;
    private final CellLook look;
    private final Map<String, List<String>> mapping = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /// @param filled how many cells of a column of the file are filled
    HeaderClaims(Headers headers, List<String> header, ToLongFunction<String> filled, CellLook look) {
        this.headers = headers;
        this.header = header;
        this.filled = filled;
        this.look = look;
    }

    /// By column the headers that fill it.
    Map<String, List<String>> settled() {
        Set<String> there = new HashSet<>();
        header.forEach(h -> headers.claims(h).stream().filter(c -> c.beside() == null).forEach(c -> there.add(c.column())));
        for (Rank rank : Rank.values()) {
            Map<String, List<String>> claimed = new LinkedHashMap<>();
            for (String name : header) {
                if (!used.contains(name)) {
                    claim(name, rank, there).ifPresent(c -> claimed.computeIfAbsent(c.column(), k -> new ArrayList<>()).add(name));
                }
            }
            claimed.forEach((column, names) -> take(rank, column, names));
        }
        return mapping;
    }

    private Optional<Claim> claim(String name, Rank rank, Set<String> there) {
        List<Claim> claims = headers.claims(name).stream()
                .filter(c -> c.beside() == null || there.contains(c.beside()) && !there.contains(c.column())).toList();
        return claims.isEmpty() || headers.other(claims.getFirst().column()).filter(kind -> look.like(name, kind)).isPresent()
                || claims.getFirst().rank() != rank ? Optional.empty() : Optional.of(claims.getFirst());
    }

    private void take(Rank rank, String column, List<String> names) {
        if (rank == Rank.STANDS_IN) {
            names.removeIf(name -> headers.kind(column).filter(kind -> !look.mayBe(name, kind)).isPresent());
            if (mapping.containsKey(column) || names.isEmpty()) {
                return;
            }
        }
        names.sort(Comparator.comparingLong(filled).reversed().thenComparingInt(name -> headers.claims(name).getFirst().place()));
        mapping.computeIfAbsent(column, k -> new ArrayList<>()).addAll(names);
        used.addAll(names);
    }

    /// Which header may fill a column that none fills: one like a name by which it is known, or one whose cells look like it.
    Map<String, String> proposed() {
        Map<String, String> proposed = new HashMap<>();
        List<String> free = new ArrayList<>(header);
        free.removeAll(used);
        Likeness likeness = new Likeness(headers.all().stream().filter(c -> !mapping.containsKey(c.column())).toList());
        for (String name : free) {
            likeness.best(name)
                    .filter(c -> headers.kind(c).map(kind -> filled.applyAsLong(name) == 0 || look.like(name, kind)).orElse(true))
                    .ifPresent(c -> proposed.merge(c, name, (a, b) -> filled.applyAsLong(a) >= filled.applyAsLong(b) ? a : b));
        }
        free.removeAll(proposed.values());
        headers.kinds().forEach((column, kind) -> {
            if (!mapping.containsKey(column) && !proposed.containsKey(column)) {
                free.stream().filter(name -> look.like(name, kind)).max(Comparator.comparingLong(filled)).ifPresent(name -> {
                    proposed.put(column, name);
                    free.remove(name);
                });
            }
        });
        return proposed;
    }
}
