package barton.steward.ui.merging;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.merge.MergePlan;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergedCell;
import barton.steward.service.merge.Merges;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Records of master that are to become one: which of them survives, and of each cell whose value stays. Every choice is looked at anew by
/// the database; what is merged is what was seen last.
public final class MergeViewModel {
    private final Merges merges;
    private final Tasks tasks;
    private final Channel channel;
    private final Entity entity;
    private final List<String> ids;
    private final Map<String, String> choice = new HashMap<>();
    private final ReadOnlyObjectWrapper<MergePreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private String survivor;
    private UUID request;

    public MergeViewModel(Merges merges, Tasks tasks, Entity entity, List<String> ids) {
        this.merges = merges;
        this.tasks = tasks;
        this.channel = tasks.channel();
        this.entity = entity;
        this.ids = ids.stream().distinct().toList();
    }

    /// What the merge would make, as it was read last; null until it is.
    public ReadOnlyObjectProperty<MergePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Why it could not be read, or nothing was merged; null while all is well.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether what is shown is what would be merged, and nothing forbids it.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// The records in the order in which they are shown, whichever of them survives.
    public List<String> ids() {
        return ids;
    }

    /// What the record has in the cell, as it was read; null where it has nothing.
    public String option(MergedCell cell, String id) {
        return cell.options().get(preview.get().plan().ids().indexOf(id));
    }

    /// What the records have in each cell, in the order of [#ids()].
    Map<String, List<String>> options() {
        var options = new HashMap<String, List<String>>();
        preview.get().cells().forEach(cell -> options.put(cell.field(), ids.stream().map(id -> option(cell, id)).toList()));
        return options;
    }

    /// What the record is called.
    public String name(String id) {
        return preview.get().names().get(preview.get().plan().ids().indexOf(id));
    }

    /// Looks at it anew.
    public void read() {
        ready.set(false);
        String wanted = survivor;
        Map<String, String> chosen = Map.copyOf(choice);
        channel.run(Messages.get("merge.reading"), () -> merges.preview(wanted == null ? merges.plan(entity, ids, chosen)
                : new MergePlan(entity, wanted, ids.stream().filter(id -> !id.equals(wanted)).toList(), chosen)), this::show,
                failure -> problem.set(failure.cause()));
    }

    private void show(MergePreview now) {
        survivor = now.plan().survivor();
        request = UUID.randomUUID();
        preview.set(now);
        ready.set(now.hindering().isEmpty());
    }

    /// From now on this record survives; what was chosen of cells stays chosen.
    public void survive(String id) {
        if (!id.equals(survivor)) {
            survivor = id;
            problem.set(null);
            read();
        }
    }

    /// The record's value stays, even where that is empty; chosen once more, the rules decide again.
    public void choose(MergedCell cell, String id) {
        if (!choice.remove(cell.field(), id)) {
            choice.put(cell.field(), id);
        }
        problem.set(null);
        read();
    }

    /// Merges as it was looked at. Where somebody changed a record meanwhile nothing is merged, and it is looked at anew.
    /// @param onMerged told what was merged, and the run
    public void merge(BiConsumer<MergePreview, String> onMerged) {
        MergePreview seen = preview.get();
        UUID asked = request;
        if (!ready.get()) {
            return;
        }
        ready.set(false);
        problem.set(null);
        tasks.save(Messages.get("merge.merging"), () -> merges.merge(seen, asked), run -> onMerged.accept(seen, run), this::failed);
    }

    /// Tried again after a lost reply it finds what it did.
    private void failed(Failure failure) {
        problem.set(failure.cause());
        if (failure.cause().kind() == StewardException.Kind.REFUSED) {
            read();
        } else {
            ready.set(true);
        }
    }
}
