package barton.steward.model.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of one record: `moments`, the oldest first, and its fields as they are now, as JSON; null where it is not there.
/// What it was is found from what it is, by taking back one moment after the other, so that what no history was written of, like a
/// change by the owner of the database, is taken for having been so before as well.
public record Past(List<Moment> moments, Map<String, String> now) {
    private static final String CREATED = "created_at";
    /// When the record was changed last, which the moments tell.
    private static final String TOUCHED = "updated_at";

    public Past {
        moments = List.copyOf(moments);
    }

    /// The record at an instant: `fields` as JSON, null where it was not there, and the last moment before, null where none is known.
    /// Where it is not `whole`, all that is known of it is what was changed.
    public record State(Map<String, String> fields, Moment last, boolean whole) {
        public boolean there() {
            return fields != null;
        }

        /// Whether it had been there, and had been removed.
        public boolean removed() {
            return fields == null && last != null && last.went();
        }
    }

    /// Whether there is, or ever was, such a record, as far as is known.
    public boolean known() {
        return now != null || !moments.isEmpty();
    }

    /// As it was at an instant, with what happened at it.
    public State at(Instant instant) {
        Map<String, String> fields = now == null ? null : new LinkedHashMap<>(now);
        boolean whole = true;
        int place = moments.size();
        for (; place > 0 && moments.get(place - 1).at().isAfter(instant); place--) {
            Moment moment = moments.get(place - 1);
            if (moment.came()) {
                fields = null;
            } else if (moment.went()) {
                fields = new LinkedHashMap<>(moment.before());
                whole = true;
            } else {
                whole &= fields != null;
                fields = fields == null ? new LinkedHashMap<>() : fields;
                fields.putAll(moment.returns() ? left(moment, place - 1) : moment.before());
            }
        }
        Moment last = place == 0 ? null : moments.get(place - 1);
        if (fields != null && (last == null && created(fields).filter(instant::isBefore).isPresent() || last != null && last.went())) {
            fields = null;
        }
        if (fields != null) {
            fields.remove(TOUCHED);
        }
        return new State(fields, last, whole);
    }

    /// Cells as whatever wrote them last before a place left them.
    private Map<String, String> left(Moment returned, int place) {
        var cells = new LinkedHashMap<>(returned.before());
        cells.replaceAll((field, merged) -> moments.subList(0, place).reversed().stream()
                .filter(m -> m.after() != null && m.after().containsKey(field)).findFirst().map(m -> m.after().get(field)).orElse(merged));
        return cells;
    }

    /// When the record came, as far as is known.
    public Optional<Instant> began() {
        return moments.stream().filter(Moment::came).map(Moment::at).min(Comparator.naturalOrder())
                .or(() -> now == null ? Optional.empty() : created(now));
    }

    private static Optional<Instant> created(Map<String, String> fields) {
        String json = fields.getOrDefault(CREATED, "null");
        try {
            return json.startsWith("\"") ? Optional.of(OffsetDateTime.parse(json.substring(1, json.length() - 1)).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            // A time without a zone, as sidecars have it.
            return Optional.empty();
        }
    }
}
