package barton.steward.dao.matching;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.StewardException;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.query.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// A decision about a pair as it was read, with what goes from the row of intake into the other side: one action, taken back as a whole.
final class MatchDecisionWriter {
    private static final String DECISION = """
            INSERT INTO shq.match_decision (entity, action_id, intake_id, master_id, other_intake_id, decision, seen_name, seen_website,
                                            seen_other_name, seen_other_website, executor)
            SELECT p.entity, :action, p.intake_id, p.master_id, p.other_intake_id, :verdict, :name, :website, :otherName, :otherWebsite,
                   :executor
            FROM shq.match_pair p WHERE p.pair_id = :pair""";

    private final MatchPair pair;
    private final MatchVerdict verdict;
    private final Collection<MatchField> copied;
    private final String executor;

    MatchDecisionWriter(MatchPair pair, MatchVerdict verdict, Collection<MatchField> copied, String executor) {
        if (!copied.isEmpty() && verdict != MatchVerdict.SAME) {
            throw StewardException.refused("Only what is the same company can take something over; nothing was decided.", "");
        }
        this.pair = pair;
        this.verdict = verdict;
        this.copied = copied;
        this.executor = executor;
    }

    DecideResult run(Handle handle) {
        PromotionLock.shareSoon(handle);
        boolean asRead = locked(handle, pair.intake()) & locked(handle, pair.other());
        Optional<MatchPair> now = MatchPairs.one(handle, kind(), pair.id());
        if (now.isEmpty()) {
            return new DecideResult.Gone();
        }
        if (!asRead || !decision(now.get()).equals(decision(pair))) {
            return new DecideResult.Changed(now.get());
        }
        long action = act(handle);
        handle.createUpdate(DECISION).bind("action", action).bind("verdict", verdict)
                .bind("name", name(pair.intake())).bind("website", face(pair.intake()))
                .bind("otherName", name(pair.other())).bind("otherWebsite", face(pair.other()))
                .bind("executor", executor).bind("pair", pair.id()).execute();
        return new DecideResult.Decided(action, MatchPairs.one(handle, kind(), pair.id()).orElseThrow());
    }

    /// Whether the row is as it was read; it stays so until the transaction ends.
    private static boolean locked(Handle handle, Row row) {
        return Sql.of("SELECT t.xmin = :version::text::xid FROM <rows> t WHERE <found> FOR NO KEY UPDATE")
                .with("rows", row.table().qualifiedName()).with("found", Source.of(row.table()).is(row.key()))
                .bind("version", Long.toString(row.version()))
                .query(handle).mapTo(Boolean.class).findOne().orElse(false);
    }

    private static OptionalLong decision(MatchPair pair) {
        return pair.decision().map(MatchDecision::id).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private long act(Handle handle) {
        Row other = pair.other();
        var assignments = new LinkedHashMap<Field, Sql>();
        values().forEach((field, value) -> {
            if (!Objects.equals(value, other.get(field))) {
                assignments.put(field, SqlValues.parameter(field, value));
            }
        });
        var recorded = new AuditedChange(assignments.isEmpty() ? pair.intake().table() : other.table(), "decide", summary(), executor);
        if (assignments.isEmpty()) {
            return recorded.alone(handle);
        }
        Sql row = Source.of(other.table()).is(other.key());
        if (other.table().isIntake()) {
            row = row.then("AND NOT " + IntakeStatusSql.promoted(other.table()));
        }
        long action = recorded.update(handle, row, assignments, OptionalLong.empty()).action();
        if (action == 0) {
            throw StewardException.refused("The other row is promoted already, so nothing was taken over or decided.",
                    "Look for pairs again: the company is in master now.");
        }
        return action;
    }

    private Map<Field, Object> values() {
        var values = new LinkedHashMap<Field, Object>();
        for (MatchField field : copied) {
            String text = pair.intake().text(field.intake());
            if (text == null || text.isBlank()) {
                throw StewardException.refused("Intake says nothing for " + field.name() + ", so nothing was taken over or decided.", "");
            }
            values.put(field.in(pair.other().table()), pair.intake().get(field.intake()));
        }
        return values;
    }

    private String summary() {
        String what = switch (verdict) {
            case SAME -> "Decided that %s is the same as %s";
            case DIFFERENT -> "Decided that %s is not %s";
            case LATER -> "Left for later whether %s is %s";
        };
        String sentence = what.formatted(side(pair.intake()), side(pair.other()));
        return copied.isEmpty() ? sentence
                : sentence + ", and took over " + copied.stream().map(MatchField::name).collect(Collectors.joining(", "));
    }

    private static String side(Row row) {
        return row.key() + " (" + Objects.requireNonNullElse(name(row), "no name") + ")";
    }

    private MatchedRecords kind() {
        return MatchedRecords.of(entity(pair.intake()));
    }

    private static Entity entity(Row row) {
        return row.table().entity().orElseThrow();
    }

    /// What tells it from others of the same name.
    private static String face(Row row) {
        return row.text(MatchField.face(entity(row)).in(row.table()));
    }

    /// By the name that is compared.
    private static String name(Row row) {
        if (entity(row) == Entity.PERSON) {
            return row.table().isIntake() ? personName(row) : row.text(PeopleFields.FULL_NAME);
        }
        String name = row.text(MatchField.NAME.in(row.table()));
        return row.table().isIntake() && (name == null || name.isBlank())
                ? row.text(IntakeFields.COMPANY_NAME_FOR_EMAILS) : name;
    }

    private static String personName(Row row) {
        String name = Stream.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME).map(row::text)
                .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(" "));
        return name.isEmpty() ? row.text(PeopleIntakeFields.FULL_NAME) : name;
    }
}
