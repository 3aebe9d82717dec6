package barton.steward.service.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.Table;
import barton.steward.dao.update.UpdateDao;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.update.UpdatePlan;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateTarget;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Updates records from files that come back, or that know more: seen first, then written as it was seen, as one action.
public final class Updates {
    private static final int PROGRESS_EVERY = 100;
    private static final Set<Field> SOURCE_KEYS = Stream.of(Entity.values()).map(Entity::sourceRecordId).collect(Collectors.toSet());

    private final UpdateDao dao;
    private final Map<Entity, IntakeImport> imports;
    private final String executor;

    public Updates(UpdateDao dao, Map<Entity, IntakeImport> imports, String executor) {
        this.dao = dao;
        this.imports = imports;
        this.executor = executor;
    }

    /// The columns of the table by which a file with these headers may name records, those first that usually do.
    /// @param mapping headers by the names of columns, for those that are not called as their column; blank: the column takes nothing
    public List<Field> keys(Table table, List<String> header, Map<String, String> mapping) {
        return table.fields().stream().filter(f -> f.equals(table.key()) || f.editable() || SOURCE_KEYS.contains(f))
                .filter(f -> f.type() == FieldType.TEXT || f.equals(table.key())).filter(f -> UpdateColumns.has(header, f, mapping))
                .sorted(Comparator.comparingInt(f -> rank(table, f))).toList();
    }

    private static int rank(Table table, Field field) {
        return field.equals(table.key()) ? 0 : SOURCE_KEYS.contains(field) ? 1
                : field.equals(PeopleFields.EMAIL) || field.isWebAddress() ? 2 : table.title().contains(field) ? 3 : 4;
    }

    /// What the file would change.
    /// @throws StewardException of kind REFUSED where the file cannot be read, or does not name records
    public UpdateReport preview(UpdatePlan plan) {
        var pass = new Pass(plan);
        return pass.report(dao.preview(pass.target, pass::each));
    }

    /// Writes what was seen; refuses where it would be something else by now.
    /// @param seen    of the preview
    /// @param request the same one where the reply was lost: it finds what it did
    public UpdateReport perform(UpdatePlan plan, String seen, UUID request) {
        var pass = new Pass(plan);
        var fresh = plan.fresh().map(rows -> picked(plan, rows));
        UpdateReport done = pass.report(dao.perform(pass.target, pass::each, fresh.map(p -> new UpdateDao.NewRows(
                plan.fresh().get().batch(), plan.fresh().get().use(), p::part)), seen, "Updated from " + plan.file().getFileName(),
                executor, request));
        return done.taken() == null ? done : done.taken(fresh.orElseThrow().report(done.taken()));
    }

    private IntakeImport.Picked picked(UpdatePlan plan, UpdatePlan.NewRows rows) {
        if (!plan.table().isIntake()) {
            throw StewardException.refused("New records come into intake, not into this table; nothing was changed.", "");
        }
        IntakeImport into = imports.get(plan.table().entity().orElseThrow());
        ImportPreview preview = into.preview(plan.file(), plan.reading());
        var mapping = new HashMap<>(rows.mapping());
        if (mapping.isEmpty()) {
            mapping.putAll(preview.mapping());
            plan.mapping().forEach((column, header) -> mapping.put(column, List.of(header)));
        }
        mapping.keySet().retainAll(into.table().editableFields().stream().map(Field::name).toList());
        return into.pick(ImportPlan.of(plan.file(), preview, rows.batch()).mapping(mapping).use(rows.use()));
    }

    private final class Pass {
        private final TableFile file;
        private final UpdateTarget target;
        private final UpdateRows rows;
        private final boolean guarded;

        private Pass(UpdatePlan plan) {
            if (!RowVersion.TABLES.contains(plan.table())) {
                throw StewardException.refused("Records of this table are not updated from files; nothing was changed.", "");
            }
            Entity entity = plan.table().entity().orElseThrow();
            file = imports.get(entity).open(plan.file(), plan.reading());
            var columns = UpdateColumns.of(plan.table(), file.format().header(), plan.key(), mapping(plan, entity));
            plan.winners().keySet().stream().filter(c -> !c.equals(UpdatePlan.ALL))
                    .filter(c -> columns.fields().keySet().stream().noneMatch(f -> f.name().equals(c))).findFirst().ifPresent(c -> {
                        throw StewardException.refused("The file gives nothing for “%s”; nothing was changed."
                                .formatted(ColumnNames.of(plan.table(), c)),
                                "It gives " + ColumnNames.list(plan.table(), List.copyOf(columns.fields().keySet())) + ".");
                    });
            target = new UpdateTarget(plan.table(), plan.batch(), columns.keyField(), columns.fields().keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), f -> plan.winner(f.name()))));
            rows = new UpdateRows(plan.table(), columns, dao.longest(plan.table()), UpdateReport.MOST_NAMED);
            guarded = Guards.stand(file);
        }

        /// Headers that an import would know, too; of master by what its columns come from.
        private Map<String, String> mapping(UpdatePlan plan, Entity entity) {
            var mapping = new HashMap<String, String>();
            Map<String, List<String>> known = imports.get(entity).preview(plan.file(), plan.reading()).mapping();
            List<String> header = file.format().header();
            entity.intake().fields().stream().filter(f -> known.containsKey(f.name())).forEach(f -> {
                Field field = plan.table().isIntake() ? f : f.master().orElse(f);
                if (!header.contains(field.name())) {
                    mapping.put(field.name(), known.get(f.name()).getFirst());
                }
            });
            mapping.putAll(plan.mapping());
            return mapping;
        }

        private void each(Consumer<UpdateDao.Given> sink) {
            rows.begin();
            try (TableRows table = file.rows()) {
                long done = 0;
                for (FileRow row = table.next(); row != null; row = table.next()) {
                    rows.read(guarded ? Guards.taken(row) : row, sink);
                    if (++done % PROGRESS_EVERY == 0) {
                        Work.progress(done);
                    }
                }
                Work.progress(done);
            }
        }

        private UpdateReport report(UpdateReport of) {
            return rows.refused() == 0 ? of : of.refusing(rows.refused(), rows.misfits());
        }
    }
}
