package barton.steward.ui.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.model.StewardException;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleCount;
import barton.steward.service.Session;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.CountedAction;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A fix of one field in a class of rows: which, how, and what it would do to them now.
public final class FixViewModel {
    private static final int SAMPLE = 20;

    /// What can be done to a field.
    public enum Kind { SET, FROM, TRIM, UNWRAP, DECODE, PLACEHOLDER, CASE, REPLACE, STATE, PHONE, SCHEME, SPLIT }

    /// What the fix would do: to so many rows, the first of them before and after.
    public record Preview(CountedAction announced, List<FixSample> samples) {
        public Preview {
            samples = List.copyOf(samples);
        }

        public long rows() {
            return announced.changing();
        }
    }

    private final Session session;
    private final Tasks tasks;
    private final Selection selection;
    private final Channel looking;
    private final List<Field> fields;
    private final ObservableList<Kind> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<Field> field = new SimpleObjectProperty<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TRIM);
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty what = new SimpleStringProperty("");
    private final StringProperty with = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ObjectProperty<Field> from = new SimpleObjectProperty<>();
    private final BooleanProperty ifEmpty = new SimpleBooleanProperty(true);
    private final ObjectProperty<Fix.Letters> letters = new SimpleObjectProperty<>(Fix.Letters.TITLE);
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();

    public FixViewModel(Session session, Tasks tasks, Selection selection) {
        this.session = session;
        this.tasks = tasks;
        this.selection = selection;
        this.looking = tasks.channel();
        this.fields = selection.table().fields().stream().filter(f -> f.editable() && f.type() != FieldType.TEXT_ARRAY).toList();
        field.set(fields.getFirst());
        kinds.setAll(kinds(field.get()));
        field.addListener((o, was, now) -> {
            kinds.setAll(kinds(now));
            kind.set(usual(now));
        });
        List.<Observable>of(field, kind, value, what, with, regex, letters, from, ifEmpty).forEach(of -> of.addListener(o -> forget()));
    }

    public List<Field> fields() {
        return fields;
    }

    /// What can be done to the chosen field.
    public ObservableList<Kind> kinds() {
        return kinds;
    }

    public ObjectProperty<Field> fieldProperty() {
        return field;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// What a field is set to; blank empties it.
    public StringProperty valueProperty() {
        return value;
    }

    public StringProperty whatProperty() {
        return what;
    }

    public StringProperty withProperty() {
        return with;
    }

    public BooleanProperty regexProperty() {
        return regex;
    }

    /// The field whose values are taken; null while none is chosen.
    public ObjectProperty<Field> fromProperty() {
        return from;
    }

    /// Whether they are taken only where the field has none.
    public BooleanProperty ifEmptyProperty() {
        return ifEmpty;
    }

    public ObjectProperty<Fix.Letters> lettersProperty() {
        return letters;
    }

    /// Null while it is not known, or the fix is none.
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Why the fix is none, such as a bad regular expression; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Begins with the field that a rule is about, and of a rule of every text the one with most faults, and with what mends such a fault.
    public void begin(Optional<String> rule) {
        rule.ifPresentOrElse(code -> tasks.run(Messages.get("fix.loading"), () -> faults(code), found -> {
            found.ifPresent(this::begin);
            look();
        }), this::look);
    }

    private record Faults(Rule rule, String field) {
    }

    private Optional<Faults> faults(String code) {
        return session.rules().all().stream().filter(r -> r.code().equals(code)).findFirst().map(rule -> new Faults(rule, field(rule)));
    }

    private String field(Rule rule) {
        return !rule.field().equals(Rule.EVERY_FIELD) ? rule.field() : session.rules().counts(rule.entity()).stream()
                .filter(c -> c.code().equals(rule.code())).map(RuleCount::field).findFirst().orElse("");
    }

    private void begin(Faults found) {
        fields.stream().filter(f -> f.name().equals(found.field())).findFirst().ifPresent(field::set);
        Kind mending = switch (found.rule().kind()) {
            case PLACEHOLDER -> Kind.PLACEHOLDER;
            case CLEAN -> found.rule().parameters().matches(".*(entities|mojibake).*") ? Kind.DECODE : Kind.TRIM;
            default -> null;
        };
        if (mending != null && kinds.contains(mending)) {
            kind.set(mending);
        }
    }

    /// Finds out what the fix would do now.
    public void look() {
        Field of = field.get();
        if (of == null || kind.get() == null || kind.get() == Kind.REPLACE && what.get().isEmpty()
                || kind.get() == Kind.FROM && (from.get() == null || from.get().equals(of))) {
            return;
        }
        Fix fix = fix();
        looking.run(Messages.get("task.count"), () -> look(of, fix), preview::set, failure -> problem.set(failure.cause()));
    }

    /// It is not wanted any more.
    public void drop() {
        looking.drop();
    }

    private Preview look(Field of, Fix fix) {
        var action = new BulkAction("fix", session.review().fix(of, fix));
        Reach reach = action.change().reach(selection);
        List<FixSample> samples = reach.rows() == 0 ? List.of() : session.review().sample(selection, of, fix, SAMPLE);
        return new Preview(new CountedAction(action, selection, reach.rows(), reach, UUID.randomUUID()), samples);
    }

    /// What was found out holds for another fix.
    private void forget() {
        looking.drop();
        preview.set(null);
        problem.set(null);
    }

    private Fix fix() {
        return switch (kind.get()) {
            case SET -> new Fix.SetValue(value.get());
            case FROM -> new Fix.From(from.get().name(), ifEmpty.get());
            case TRIM -> new Fix.Trim();
            case UNWRAP -> new Fix.Unwrap();
            case DECODE -> new Fix.Decode();
            case PLACEHOLDER -> new Fix.EmptyPlaceholder();
            case CASE -> new Fix.ChangeCase(letters.get());
            case REPLACE -> new Fix.Replace(what.get(), with.get(), regex.get());
            case STATE -> new Fix.FillState();
            case PHONE -> new Fix.NormalisePhone();
            case SCHEME -> new Fix.AddScheme();
            case SPLIT -> new Fix.SplitName();
        };
    }

    private static List<Kind> kinds(Field field) {
        if (field.type() != FieldType.TEXT) {
            return List.of(Kind.SET);
        }
        return List.of(Kind.values()).stream().filter(k -> k != Kind.STATE || field.equals(IntakeFields.STATE_ABBREV))
                .filter(k -> k != Kind.SPLIT || field.equals(PeopleIntakeFields.FULL_NAME)).toList();
    }

    private static Kind usual(Field field) {
        if (field.type() != FieldType.TEXT) {
            return Kind.SET;
        }
        return switch (field.name()) {
            case "state_abbrev" -> Kind.STATE;
            case "full_name" -> Kind.SPLIT;
            case "company_phone", "work_phone", "personal_phone" -> Kind.PHONE;
            case "website", "company_linkedin_url", "linkedin_url", "facebook_url", "twitter_url" -> Kind.SCHEME;
            default -> Kind.TRIM;
        };
    }
}
