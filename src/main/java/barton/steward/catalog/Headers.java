package barton.steward.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By which headers files call the columns of an entity's intake, and what cells of some of them look like: the names of the columns,
/// what the catalog says of them, and the list of headers beside it (`headers/company.txt`, `headers/person.txt`).
public final class Headers {
    /// How a header claims a column.
    public enum Rank {
        /// One of those that fill it; of several the fuller one comes first.
        FILLS,
        /// Fills what is left empty, or the column where nothing of the first rank does.
        FILLS_GAPS,
        /// Fills it where nothing else does.
        STANDS_IN
    }

    /// @param beside the column that must be claimed as well; null where none must
    /// @param place  of the name in the list: those that come first are the surer
    public record Claim(String column, Rank rank, String beside, String name, int place) {
    }

    private static final Pattern LINE = Pattern.compile("(\\w+) (?:& (\\w+) )?([=+~@!]) (.+)");
    private static final Map<Entity, Headers> READ = new LinkedHashMap<>();

    private final Map<String, List<Claim>> claims = new LinkedHashMap<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private Pattern before = Pattern.compile("^(?!)");
    private Pattern closeBefore = before;
    private Pattern ofOthers = before;

    private Headers(Entity entity) {
        entity.intake().editableFields().forEach(field -> {
            add(field.name(), Rank.FILLS, null, field.name());
            field.headers().forEach(header -> add(field.name(), Rank.FILLS, null, header));
        });
        String name = "/barton/steward/headers/" + entity.word() + ".txt";
        try (InputStream in = Headers.class.getResourceAsStream(name);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized Headers of(Entity entity) {
        return READ.computeIfAbsent(entity, Headers::new);
    }

    private void read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("no line of headers: " + line);
        }
        if (parts.group(1).equals("_")) {
            String words = parts.group(4).replace(".", "\\.").replace(" ", "[ _]?").replace(";[ _]?", "|");
            if (parts.group(3).equals("!")) {
                ofOthers = Pattern.compile("(?iU)\\b(%s)\\b|^\\(".formatted(words));
                return;
            }
            before = Pattern.compile("(?i)^(%s)\\s*[-:.]\\s*(?=\\S)".formatted(words));
            closeBefore = Pattern.compile("(?i)^(%s)[\\s_.:-]+(?=\\S)".formatted(words));
            return;
        }
        if ("@!".contains(parts.group(3))) {
            (parts.group(3).equals("@") ? kinds : others).put(parts.group(1), parts.group(4));
            return;
        }
        Rank rank = switch (parts.group(3)) {
            case "=" -> Rank.FILLS;
            case "+" -> Rank.FILLS_GAPS;
            default -> Rank.STANDS_IN;
        };
        Pattern.compile(";").splitAsStream(parts.group(4)).forEach(header -> add(parts.group(1), rank, parts.group(2), header.strip()));
    }

    private void add(String column, Rank rank, String beside, String header) {
        List<Claim> all = claims.computeIfAbsent(HeaderText.folded(header), h -> new ArrayList<>());
        if (all.stream().noneMatch(claim -> claim.column.equals(column))) {
            all.add(new Claim(column, rank, beside, header, claims.size()));
        }
    }

    /// The columns that a header of a file claims, those that ask for another column first; none where it is not known.
    public List<Claim> claims(String header) {
        return named(header).orElseGet(() -> byItsEnd(header));
    }

    private Optional<List<Claim>> named(String header) {
        return HeaderText.variants(header, before).stream().map(claims::get).filter(found -> found != null).findFirst();
    }

    /// `Physical Address City` is a city where there is none that is surer.
    private List<Claim> byItsEnd(String header) {
        if (ofOthers.matcher(header.replace('_', ' ')).find()) {
            return List.of();
        }
        String end = closeBefore.matcher(header).replaceFirst("");
        while (end.length() < header.length()) {
            Optional<List<Claim>> found = named(end);
            if (found.isPresent()) {
                return found.get().stream().map(c -> new Claim(c.column, Rank.STANDS_IN, c.beside, c.name, c.place)).toList();
            }
            String shorter = closeBefore.matcher(end).replaceFirst("");
            if (shorter.length() == end.length()) {
                break;
            }
            end = shorter;
        }
        return List.of();
    }

    public boolean known(String header) {
        return !claims(header).isEmpty();
    }

    /// What the cells of a column look like, by a word of the list; empty where they are like nothing in particular.
    public Optional<String> kind(String column) {
        return Optional.ofNullable(kinds.get(column));
    }

    /// What cells look like that are something else than a column holds, though the header is one of its names.
    public Optional<String> other(String column) {
        return Optional.ofNullable(others.get(column));
    }

    /// The columns whose cells look like something, each with its kind.
    public Map<String, String> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /// All names by which headers are known, each with its column.
    public List<Claim> all() {
        return claims.values().stream().flatMap(List::stream).toList();
    }
}
