package barton.steward.ui.record;

import static barton.steward.model.query.Condition.is;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.table.TableDao;
import barton.steward.model.enrichment.WaitingEnrichment;
import barton.steward.model.intake.Rejection;
import barton.steward.model.merge.MergedRow;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.service.intake.Review;
import barton.steward.service.merge.Merges;
import barton.steward.service.question.FigureQueries;
import barton.steward.service.sidecar.Enrichment;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the way of a record through the database: intake, promotion run, merge, master, slots, people, sidecars. Reads, so it blocks.
final class Lineage {
    private static final int LONGEST_PAYLOAD = 200;

    private final TableDao dao;
    private final Review review;
    private final Enrichment enrichment;
    private final Merges merges;

    Lineage(TableDao dao, Review review, Enrichment enrichment, Merges merges) {
        this.dao = dao;
        this.review = review;
        this.enrichment = enrichment;
        this.merges = merges;
    }

    List<LineageStep> of(Row row) {
        if (row.table() == Table.LOG) {
            return ofRun(row);
        }
        Optional<MergedRow> merged = row.table().isIntake()
                ? merges.ofRow(Entity.ofIntake(row.table()).orElseThrow(), (Long) row.key()) : Optional.empty();
        Optional<Row> person = merged.isPresent() && row.table() == Table.PEOPLE_INTAKE
                ? dao.row(Table.PEOPLE, merged.get().current()) : person(row);
        Optional<Row> company = merged.isPresent() && row.table() == Table.INTAKE ? master(merged.get().current())
                : person.isPresent() ? master(person.get().text(PeopleFields.COMPANY_UNIQUE_ID)) : company(row);
        var steps = new ArrayList<LineageStep>();
        Optional<Row> promoted = person.isPresent() || row.table() == Table.PEOPLE_INTAKE ? person : company;
        intake(row, promoted).ifPresentOrElse(found -> {
            steps.add(record("intake", found, row));
            steps.add(LineageStep.nowhere("validated", validation(found)));
        }, () -> steps.add(LineageStep.nowhere("intake", Messages.get("lineage.nointake"))));
        merged.ifPresentOrElse(m -> {
            if (m.promotion() != null) {
                steps.add(new LineageStep("run", m.promotion(), new LineageStep.Target.Record(Table.LOG, m.promotion())));
            }
            steps.add(new LineageStep("merged", Messages.get("lineage.merged", m.current(), m.merge()),
                    new LineageStep.Target.Record(Table.LOG, m.merge())));
        }, () -> steps.add(promoted.map(this::run).orElseGet(() -> LineageStep.nowhere("run", Messages.get("lineage.notpromoted")))));
        if (row.table().isIntake() && promoted.isEmpty()) {
            enrichment.waiting(Entity.ofIntake(row.table()).orElseThrow(), (Long) row.key()).map(Lineage::waiting).ifPresent(steps::add);
        }
        company.ifPresent(c -> addCompany(steps, c, row));
        person.ifPresent(p -> {
            steps.add(record("person", p, row));
            steps.add(sidecar("personsidecar", Table.PEOPLE_SIDECARS, p.key(), PeopleSidecarFields.LAST_ENRICHED_AT, row));
        });
        return steps;
    }

    private void addCompany(List<LineageStep> steps, Row company, Row shown) {
        steps.add(record("master", company, shown));
        steps.add(rows("slots", Query.all(Table.SLOTS).where(is(SlotFields.COMPANY_UNIQUE_ID, company.key()))));
        steps.add(rows("people", Query.all(Table.PEOPLE).where(is(PeopleFields.COMPANY_UNIQUE_ID, company.key()))));
        steps.add(sidecar("sidecar", Table.COMPANY_SIDECARS, company.key(), CompanySidecarFields.LAST_ENRICHED_AT, shown));
    }

    private List<LineageStep> ofRun(Row run) {
        String id = run.text(LogFields.VALIDATION_RUN_ID);
        String known = run.text(LogFields.BATCH);
        String batch = known != null ? known : id.contains("#") ? id.substring(0, id.indexOf('#')) : id;
        Entity entity = Entity.ofSource(run.text(LogFields.SOURCE_TABLE));
        var steps = new ArrayList<>(List.of(rows("intake", FigureQueries.imported(entity, batch)),
                rows("made", FigureQueries.madeBy(entity, id))));
        String earlier = run.text(LogFields.OF_RUN);
        if (earlier != null) {
            steps.add(new LineageStep("ofrun", earlier, new LineageStep.Target.Record(Table.LOG, earlier)));
        }
        return steps;
    }

    private Optional<Row> person(Row row) {
        return switch (row.table()) {
            case PEOPLE -> Optional.of(row);
            case PEOPLE_SIDECARS -> dao.row(Table.PEOPLE, row.key());
            case PEOPLE_INTAKE -> dao.page(Query.all(Table.PEOPLE).where(is(PeopleFields.SOURCE_RECORD_ID, row.key().toString())),
                    Optional.empty(), 1).stream().findFirst();
            default -> Optional.empty();
        };
    }

    private Optional<Row> company(Row row) {
        return switch (row.table()) {
            case MASTER -> Optional.of(row);
            case SLOTS -> master(row.text(SlotFields.COMPANY_UNIQUE_ID));
            case COMPANY_SIDECARS -> master(row.text(CompanySidecarFields.COMPANY_UNIQUE_ID));
            case INTAKE -> dao.page(Query.all(Table.MASTER).where(is(MasterFields.SOURCE_RECORD_ID, row.key().toString())),
                    Optional.empty(), 1).stream().findFirst();
            default -> Optional.empty();
        };
    }

    private Optional<Row> master(String id) {
        return id == null ? Optional.empty() : dao.row(Table.MASTER, id);
    }

    private Optional<Row> intake(Row row, Optional<Row> promoted) {
        if (row.table().isIntake()) {
            return Optional.of(row);
        }
        return promoted.flatMap(p -> {
            Entity entity = p.table().entity().orElseThrow();
            return Optional.ofNullable(p.text(entity.sourceRecordId())).filter(id -> id.matches("[0-9]{1,18}"))
                    .flatMap(id -> dao.row(entity.intake(), Long.valueOf(id)));
        });
    }

    private String validation(Row found) {
        if (!Boolean.TRUE.equals(found.get(IntakeFields.VALIDATED))) {
            Entity entity = Entity.ofIntake(found.table()).orElseThrow();
            return review.rejections(entity, (Long) found.key()).stream().findFirst().map(Lineage::rejection)
                    .orElseGet(() -> Messages.get("lineage.notvalidated"));
        }
        Instant at = (Instant) found.get(IntakeFields.VALIDATED_AT);
        String by = found.text(IntakeFields.VALIDATED_BY);
        return Messages.get("lineage.validated", at == null ? "–" : Formats.time(at), by == null ? "–" : by);
    }

    private static String rejection(Rejection found) {
        return Messages.get("lineage.rejected", found.at() == null ? "–" : Formats.time(found.at()),
                found.by() == null ? "–" : found.by(), found.why());
    }

    /// Of a company or a person, which have these fields in common.
    private LineageStep run(Row promoted) {
        String run = promoted.text(MasterFields.PROMOTION_RUN);
        Instant at = (Instant) promoted.get(MasterFields.PROMOTED_FROM_INTAKE_AT);
        if (run == null) {
            return LineageStep.nowhere("run", Messages.get("lineage.norun", promoted.text(MasterFields.SOURCE_SYSTEM)));
        }
        return new LineageStep("run", Messages.get("lineage.run", run, Formats.time(at)), new LineageStep.Target.Record(Table.LOG, run));
    }

    private static LineageStep waiting(WaitingEnrichment found) {
        String payload = found.payload();
        return LineageStep.nowhere("waiting", Messages.get("lineage.waiting", found.source() == null ? "–" : found.source(),
                found.confidence() == null ? "–" : found.confidence().stripTrailingZeros().toPlainString(), Formats.time(found.at()),
                payload.length() > LONGEST_PAYLOAD ? payload.substring(0, LONGEST_PAYLOAD) + "…" : payload));
    }

    private LineageStep rows(String stage, Query query) {
        long count = dao.count(Selection.all(query));
        String text = Messages.get("lineage.count", count);
        return count == 0 ? LineageStep.nowhere(stage, text) : new LineageStep(stage, text, new LineageStep.Target.Rows(query));
    }

    private LineageStep sidecar(String stage, Table table, Object key, Field enriched, Row shown) {
        return dao.row(table, key).map(found -> {
            Instant at = (Instant) found.get(enriched);
            String text = at == null ? Messages.get("lineage.neverenriched") : Messages.get("lineage.enriched", Formats.time(at));
            return new LineageStep(stage, text, target(found, shown));
        }).orElseGet(() -> LineageStep.nowhere(stage, Messages.get("lineage.nosidecar")));
    }

    private static LineageStep record(String stage, Row found, Row shown) {
        return new LineageStep(stage, Titles.of(found), target(found, shown));
    }

    private static LineageStep.Target target(Row found, Row shown) {
        boolean itself = found.table() == shown.table() && found.key().equals(shown.key());
        return itself ? new LineageStep.Target.Nowhere() : new LineageStep.Target.Record(found.table(), found.key());
    }
}
