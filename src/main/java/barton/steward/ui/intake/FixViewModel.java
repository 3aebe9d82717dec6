package barton.steward.ui.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.StewardException;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import barton.steward.model.validation.Rule;
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
    public enum Kind { SET, TRIM, CASE, REPLACE, STATE, PHONE, SCHEME }

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
        List.<Observable>of(field, kind, value, what, with, regex, letters).forEach(of -> of.addListener(o -> forget()));
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

    /// Begins with the field that a rule is about, where there is one that can be fixed.
    public void begin(Optional<String> rule) {
        rule.ifPresentOrElse(code -> tasks.run(Messages.get("fix.loading"), () -> session.rules().all(),
                rules -> begin(code, rules)), this::look);
    }

    private void begin(String code, List<Rule> rules) {
        rules.stream().filter(r -> r.code().equals(code)).findFirst()
                .flatMap(rule -> fields.stream().filter(f -> f.name().equals(rule.field())).findFirst()).ifPresent(field::set);
        look();
    }

    /// Finds out what the fix would do now.
    public void look() {
        Field of = field.get();
        if (of == null || kind.get() == null || kind.get() == Kind.REPLACE && what.get().isEmpty()) {
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
            case TRIM -> new Fix.Trim();
            case CASE -> new Fix.ChangeCase(letters.get());
            case REPLACE -> new Fix.Replace(what.get(), with.get(), regex.get());
            case STATE -> new Fix.FillState();
            case PHONE -> new Fix.NormalisePhone();
            case SCHEME -> new Fix.AddScheme();
        };
    }

    private static List<Kind> kinds(Field field) {
        if (field.type() != FieldType.TEXT) {
            return List.of(Kind.SET);
        }
        return List.of(Kind.values()).stream().filter(k -> k != Kind.STATE || field.equals(IntakeFields.STATE_ABBREV)).toList();
    }

    private static Kind usual(Field field) {
        if (field.type() != FieldType.TEXT) {
            return Kind.SET;
        }
        return switch (field.name()) {
            case "state_abbrev" -> Kind.STATE;
            case "company_phone", "work_phone", "personal_phone" -> Kind.PHONE;
            case "website", "company_linkedin_url", "linkedin_url", "facebook_url", "twitter_url" -> Kind.SCHEME;
            default -> Kind.TRIM;
        };
    }
}
