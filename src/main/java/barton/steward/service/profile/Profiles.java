package barton.steward.service.profile;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.dao.profile.ProfileDao;
import barton.steward.model.profile.Profile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.util.List;
import java.util.Optional;

/// Tells what is in the columns of intake, and in what a batch is unlike those before it.
public final class Profiles {
    /// As many batches before are compared with.
    private static final int MOST_BEFORE = 8;

    private final ProfileDao dao;

    public Profiles(ProfileDao dao) {
        this.dao = dao;
    }

    /// What is in the columns of the rows. Where they are a whole batch, that is compared with the batches before it.
    /// @param rows of intake
    public ProfileReport of(Query rows) {
        Profile profile = dao.profile(Selection.all(rows));
        Entity entity = Entity.ofIntake(rows.table()).orElseThrow();
        List<String> before = batch(rows).map(b -> dao.before(entity, b, MOST_BEFORE)).orElse(List.of());
        return new ProfileReport(profile, before, Unlikeness.of(profile, before.stream()
                .map(b -> Query.all(rows.table()).where(Condition.is(IntakeFields.IMPORT_BATCH_ID, b)))
                .map(b -> dao.profile(Selection.all(b))).toList()));
    }

    /// What is in the columns of a file, by its headers; rows that do not fit the header are left out.
    public ProfileReport of(TableFile file) {
        Profile profile = dao.profile(file.format().header(), sink -> {
            try (TableRows rows = file.rows()) {
                for (FileRow row = rows.next(); row != null; row = rows.next()) {
                    if (row.fault().isEmpty()) {
                        sink.accept(row.cells().stream().map(cell -> cell.replace("\0", "")).toArray(String[]::new));
                    }
                }
            }
        });
        return new ProfileReport(profile, List.of(), List.of());
    }

    private static Optional<String> batch(Query rows) {
        return rows.search().isEmpty() && rows.conditions().size() == 1 && rows.conditions().getFirst() instanceof Condition(
                var field, var op, var value) && field.equals(IntakeFields.IMPORT_BATCH_ID) && op == Condition.Op.IS
                ? Optional.of((String) value) : Optional.empty();
    }
}
