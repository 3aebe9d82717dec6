package barton.steward.ui.slots;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A slot to be added: for which company, found by a few letters of its name, of which type, under which label.
public final class SlotViewModel {
    private static final int MOST_COMPANIES = 20;

    private final Session session;
    private final Tasks tasks;
    private final Channel finding;
    private final ObservableList<Row> companies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Row> company = new ReadOnlyObjectWrapper<>();
    private final StringProperty type = new SimpleStringProperty("division");
    private final StringProperty label = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private UUID request = UUID.randomUUID();

    public SlotViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
        this.finding = tasks.channel();
        List.<Observable>of(company, type, label).forEach(of -> of.addListener(o -> request = UUID.randomUUID()));
    }

    /// The companies that the letters typed last find, by name.
    public ObservableList<Row> companies() {
        return companies;
    }

    /// The chosen company, or null.
    public ReadOnlyObjectProperty<Row> companyProperty() {
        return company.getReadOnlyProperty();
    }

    public StringProperty typeProperty() {
        return type;
    }

    public StringProperty labelProperty() {
        return label;
    }

    /// Why the slot was not added; null while all is well.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(() -> company.get() != null && !type.get().isBlank() && !label.get().isBlank(),
                company, type, label);
    }

    public void find(String letters) {
        Query query = Query.all(Table.MASTER).searching(letters).sortedBy(Sort.ascending(MasterFields.COMPANY_NAME));
        finding.run(Messages.get("task.read"), () -> session.tables().page(query, Optional.empty(), MOST_COMPANIES),
                companies::setAll);
    }

    public void choose(Row chosen) {
        company.set(chosen);
    }

    /// Chooses the company with this id, where there is one.
    public void choose(String id) {
        tasks.run(Messages.get("task.read"), () -> session.tables().row(Table.MASTER, id), found -> found.ifPresent(this::choose));
    }

    /// Adds the slot; tried again after a lost reply, it finds the slot that was added instead of adding another.
    public void add(Consumer<Row> onAdded) {
        String id = company.get().key().toString();
        String slotType = type.get().strip();
        String slotLabel = label.get().strip();
        UUID asked = request;
        problem.set(null);
        tasks.save(Messages.get("task.addslot"), () -> session.slots().add(id, slotType, slotLabel, asked),
                onAdded, failure -> problem.set(failure.cause()));
    }
}
