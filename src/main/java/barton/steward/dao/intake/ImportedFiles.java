package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.intake.ImportDao.Part;
import barton.steward.model.StewardException;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.EarlierImport;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Which files were taken into which batches, and what a batch holds.
final class ImportedFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);
    /// Of an import of which all rows were taken back or discarded, nothing is there that taking the file again would double.
    private static final String EARLIER = """
            SELECT f.batch, f.row_count AS rows, f.file_name, f.executor, d.imported_at AS at, f.action_id AS action,
                   coalesce(f.appended, false) AS appended
            FROM shq.import_file f JOIN shq.import_detail d USING (import_no)
            WHERE f.sha256 = :sha256 AND f.table_name = :table
              AND (f.intake_ids IS NULL
                   OR EXISTS (SELECT FROM unnest(f.intake_ids) AS b (ids) JOIN %s t ON t.id >= lower(b.ids) AND t.id < upper(b.ids))
                   OR EXISTS (SELECT FROM shq.cleared_intake c
                              WHERE c.entity = '%s' AND c.import_batch_id = f.batch AND c.intake_id <@ f.intake_ids))
            ORDER BY f.import_no DESC""";
    /// In master, only companies have a batch.
    private static final String CONTENT = """
            SELECT (SELECT count(*) FROM %s t WHERE t.import_batch_id = :batch) AS intake,
                   (SELECT count(*) FROM shq.cleared_intake c
                    WHERE c.entity = '%s' AND c.import_batch_id = :batch
                      AND NOT EXISTS (SELECT FROM shq.run_detail d
                                      WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)) AS cleared,
                   (SELECT count(*) FROM marketing.company_master m WHERE '%2$s' = 'company' AND m.import_batch_id = :batch) AS master""";
    private static final String KEEP = """
            INSERT INTO shq.import_file (import_no, sha256, table_name, batch, turn, file_name, row_count, executor, mapping, refused,
                                         noted, action_id, intake_ids, appended)
            SELECT :importNo, n.sha256, n.table_name, n.batch,
                   1 + (SELECT count(*) FROM shq.import_file f
                        WHERE f.sha256 = n.sha256 AND f.table_name = n.table_name AND f.batch = n.batch), :file, :rows, :executor,
                   (SELECT jsonb_object_agg(m.field, m.header) FROM unnest(:fields::text[], :headers::text[]) AS m (field, header)),
                   :refused, :noted, :action, :ids::int8multirange, :appended
            FROM (VALUES (:sha256, :table, :batch)) AS n (sha256, table_name, batch)""";

    /// The kind of the action that an import is.
    private static final String KIND = "import";

    private final Handle handle;

    /// The rows that came of a part.
    record Brought(long rows, String ids) {
    }

    ImportedFiles(Handle handle) {
        this.handle = handle;
    }

    /// Waits while another import fills the batch, and keeps others away until the transaction ends. A file that is added to what the batch
    /// has although that came from the same file is wanted; the same command a second time is a repetition.
    /// @throws StewardException of kind REFUSED where the batch holds what it may not
    void claim(String batch, Part part, BatchUse use) {
        IdempotencyKey.lock(handle, "shq.import_file " + part.table().qualifiedName() + " " + batch);
        if (use == BatchUse.AGAIN) {
            return;
        }
        Optional<EarlierImport> same = earlier(part.table(), part.file().sha256()).stream().filter(e -> e.batch().equals(batch))
                .filter(e -> use == BatchUse.NEW || e.appended()).findFirst();
        if (same.isPresent()) {
            throw same(same.get());
        }
        BatchContent content = content(part.table(), batch);
        if (use == BatchUse.NEW && content.rows() > 0) {
            throw StewardException.refused("Batch %s exists already: it has %s. Nothing was taken.".formatted(batch, said(content)),
                    "Name another batch, or add the rows of the file to this one: `steward import … --append`.");
        }
    }

    private static StewardException same(EarlierImport same) {
        String action = same.action() == null ? "" : " (action " + same.action() + ")";
        return StewardException.refused("This file was taken into batch %s already: %s of %s by %s on %s%s. Nothing was taken now."
                .formatted(same.batch(), rows(same.rows(), "row", "rows"), same.fileName(), same.executor(),
                        TIME.format(same.at().atZone(ZoneId.systemDefault())), action),
                "Go on with that batch. Who wants the rows of the file in it once more says so: `steward import … --again`.");
    }

    private static String said(BatchContent content) {
        var parts = new ArrayList<String>();
        if (content.intake() > 0) {
            parts.add(rows(content.intake(), "row", "rows") + " in intake");
        }
        if (content.cleared() > 0) {
            parts.add(rows(content.cleared(), "row", "rows") + " cleared from intake");
        }
        if (content.master() > 0) {
            parts.add(rows(content.master(), "company", "companies") + " in master");
        }
        return String.join(", ", parts);
    }

    private static String rows(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /// Keeps that the files were taken, and what they brought as one action; where none of a file's rows was, another import of it doubles
    /// nothing.
    /// @param brought how many rows came of each part, and their numbers as the text of an `int8multirange`
    /// @return the action; null where no row came
    Long keep(long importNo, String batch, BatchUse use, List<Part> parts, List<Brought> brought, String executor) {
        long rows = brought.stream().mapToLong(Brought::rows).sum();
        if (rows == 0) {
            return null;
        }
        String names = parts.stream().map(p -> p.file().name()).collect(Collectors.joining(" and "));
        long action = new AuditedChange(parts.getFirst().table(), KIND, "Imported " + names + " into batch " + batch, executor)
                .alone(handle, rows);
        for (int i = 0; i < parts.size(); i++) {
            keep(importNo, action, batch, use, parts.get(i), brought.get(i), executor);
        }
        return action;
    }

    private void keep(long importNo, long action, String batch, BatchUse use, Part part, Brought brought, String executor) {
        if (brought.rows() > 0) {
            FileTally tally = part.tally().get();
            handle.createUpdate(KEEP).bind("importNo", importNo).bind("refused", tally.refused()).bind("noted", tally.noted())
                    .bindArray("fields", String.class, tally.mapping().keySet().toArray())
                    .bindArray("headers", String.class, tally.mapping().values().toArray())
                    .bind("file", part.file().name()).bind("rows", brought.rows()).bind("action", action).bind("ids", brought.ids())
                    .bind("appended", use != BatchUse.NEW)
                    .bind("executor", executor).bind("sha256", part.file().sha256()).bind("table", part.table().qualifiedName())
                    .bind("batch", batch).execute();
        }
    }

    List<EarlierImport> earlier(Table table, String sha256) {
        String earlier = EARLIER.formatted(table.qualifiedName(), Entity.ofIntake(table).orElseThrow().word());
        return handle.createQuery(earlier).bind("sha256", sha256).bind("table", table.qualifiedName())
                .map(ConstructorMapper.of(EarlierImport.class)).list();
    }

    BatchContent content(Table table, String batch) {
        String content = CONTENT.formatted(table.qualifiedName(), Entity.ofIntake(table).orElseThrow().word());
        return handle.createQuery(content).bind("batch", batch).map(ConstructorMapper.of(BatchContent.class)).one();
    }
}
