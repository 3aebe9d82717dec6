package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.HeaderText;
import barton.steward.dao.intake.MappingDao;
import barton.steward.model.StewardException;
import barton.steward.model.intake.FileMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which headers fill which columns, kept under a name and for the next file with the same headers, for everybody.
public final class Mappings {
    private static final int LONGEST_NAME = 100;

    private final MappingDao dao;
    private final String executor;

    public Mappings(MappingDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Keeps a mapping for files with these headers, and under a name where one is given.
    /// @param name blank for none
    public void save(Entity entity, String name, List<String> header, Map<String, List<String>> mapping) {
        if (name.strip().length() > LONGEST_NAME) {
            throw StewardException.refused("The name of a mapping has at most %d characters.".formatted(LONGEST_NAME),
                    "Give a shorter one.");
        }
        dao.save(entity, name.isBlank() ? null : name.strip(), folded(header), mapping, executor);
    }

    /// The mapping of that name.
    /// @throws StewardException of kind REFUSED where there is none
    public FileMapping named(Entity entity, String name) {
        return dao.named(entity, name.strip()).orElseThrow(() -> {
            String names = named(entity).stream().map(m -> "“" + m.name() + "”").collect(Collectors.joining(", "));
            return StewardException.refused("There is no mapping “%s” for %s; nothing was taken.".formatted(name, entity.plural()),
                    names.isEmpty() ? "None has a name yet: --save-mapping gives one." : "There are " + names + ".");
        });
    }

    /// Those with a name.
    public List<FileMapping> named(Entity entity) {
        return dao.named(entity);
    }

    /// The latest for a file with the same headers, in whatever order.
    public Optional<FileMapping> latest(Entity entity, List<String> header) {
        return dao.latest(entity, folded(header));
    }

    /// As far as a file has the headers of a mapping; a header is known however it is written.
    public static Map<String, List<String>> within(List<String> header, Map<String, List<String>> mapping) {
        Map<String, String> there = new LinkedHashMap<>();
        header.forEach(h -> there.putIfAbsent(HeaderText.folded(h), h));
        var within = new LinkedHashMap<String, List<String>>();
        mapping.forEach((column, headers) -> {
            List<String> found = headers.stream().map(h -> header.contains(h) ? h : there.get(HeaderText.folded(h))).filter(h -> h != null)
                    .distinct().toList();
            if (!found.isEmpty()) {
                within.put(column, found);
            }
        });
        return within;
    }

    private static String folded(List<String> header) {
        return header.stream().map(h -> HeaderText.folded(h).isEmpty() ? h.strip() : HeaderText.folded(h)).sorted()
                .collect(Collectors.joining("\n"));
    }
}
