package barton.steward.service.alert;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.dao.alert.AlertDao;
import barton.steward.model.alert.Alert;
import barton.steward.model.alert.AlertKind;
import barton.steward.model.alert.Metric;
import barton.steward.model.alert.RecentImport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.service.profile.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What wants the team's attention, and the figures for monitors.
public final class Alerts {
    /// As many imports are compared with those before them.
    private static final int MOST_IMPORTS = 20;

    private final AlertDao dao;
    private final Profiles profiles;
    private final String executor;

    public Alerts(AlertDao dao, Profiles profiles, String executor) {
        this.dao = dao;
        this.profiles = profiles;
        this.executor = executor;
    }

    /// Everything but what imports are unlike in, which takes long to find out.
    public List<Alert> counted() {
        return dao.attention();
    }

    /// Everything. Recent imports are read column by column, and those before them too.
    public List<Alert> all() {
        return Stream.concat(counted().stream(), recentImports().stream().flatMap(i -> unlike(i).stream())).toList();
    }

    /// The imports that are compared with those before them, the latest first.
    public List<RecentImport> recentImports() {
        return Stream.of(Entity.values()).flatMap(entity -> dao.recentImports(entity, MOST_IMPORTS).stream()
                .map(batch -> new RecentImport(entity, batch))).toList();
    }

    /// Compares an import with those before it, which reads them column by column; empty where it is like them.
    public Optional<Alert> unlike(RecentImport recent) {
        List<Unlike> unlike = profiles.of(Query.all(recent.entity().intake())
                .where(Condition.is(IntakeFields.IMPORT_BATCH_ID, recent.batch()))).unlike();
        return unlike.isEmpty() ? Optional.empty() : Optional.of(new Alert(AlertKind.UNLIKE, recent.entity().word(), recent.batch(),
                unlike.size(), null, null, null, columns(unlike)));
    }

    private static String columns(List<Unlike> unlike) {
        return unlike.stream().flatMap(u -> u.kind() == Unlike.Kind.SWAPPED ? Stream.of(u.column(), u.what()) : Stream.of(u.column()))
                .distinct().map(name -> name.replace('_', ' ')).collect(Collectors.joining(", "));
    }

    public List<Metric> metrics() {
        return dao.metrics();
    }

    public AlertLimits limits() {
        return dao.limits();
    }

    /// Sets the limits for the whole team.
    public void set(AlertLimits limits) {
        dao.set(limits, executor);
    }
}
