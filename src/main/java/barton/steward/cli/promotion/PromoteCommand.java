package barton.steward.cli.promotion;

import barton.steward.catalog.Entity;
import barton.steward.catalog.StoredWords;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.PassedOver;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.service.Session;
import barton.steward.service.promotion.Promotion;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Promotes validated companies, or people, from intake to master, one run for each batch.
@Command(name = "promote", description = "Promote the validated companies of a batch, or of every"
        + " batch, from intake to master. People get into their company's default slot, or into the one that intake names; whose company is"
        + " not found exactly once stays.")
public final class PromoteCommand implements Callable<Integer> {
    private static final int MOST_REFUSALS = 20;
    static final String NOTHING = "No batch has rows to promote.";

    @ParentCommand
    private StewardCommand steward;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--dry-run", description = "Only tell what would be promoted.")
    private boolean dryRun;

    @Mixin
    private OfPeople of;

    @Option(names = "--with-enrichment", description = "Make sidecars of what enrichments found for the rows that are promoted.")
    private boolean withEnrichment;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            if (dryRun) {
                return which.all ? previewAll(session) : preview(session);
            }
            return which.all ? promoteAll(session) : promoteOne(session);
        });
    }

    private Answer preview(Session session) {
        Promotion promotion = session.promotion();
        var preview = promotion.preview(of.entity(), which.batch);
        if (preview.total() == 0) {
            return noSuchBatch(preview);
        }
        var refusals = preview.refused() == 0 ? List.<PromotionRefusal>of() : promotion.refusals(of.entity(), which.batch, MOST_REFUSALS);
        var unplaced = preview.unplaced() == 0 ? List.<PromotionRefusal>of()
                : promotion.unplaced(of.entity(), which.batch, MOST_REFUSALS);
        var staying = Stream.concat(refusals.stream(), unplaced.stream());
        String text = staying.map(r -> "\nRow %d %s.".formatted(r.intakeId(), StoredWords.of(of.entity().intake(), r.reason())))
                .collect(Collectors.joining("", PromotionText.of(preview), ""))
                + session.audits().hold(of.entity(), which.batch).map(why -> "\nIt would be refused. " + why).orElse("");
        if (!withEnrichment) {
            return Answer.done(preview, text);
        }
        var enriched = new WithEnrichment(preview, promotion.enriched(of.entity(), which.batch));
        return Answer.done(enriched, text + would(enriched.sidecars()));
    }

    private static String would(long sidecars) {
        return "\n%s would be made of their enrichment.".formatted(Counted.of(sidecars, "sidecar", "sidecars"));
    }

    private Answer previewAll(Session session) {
        Promotion promotion = session.promotion().unattended();
        List<PassedOver> passedOver = PassedOver.of(promotion.passedOver(of.entity()));
        List<PromotionPreview> previews = promotion.promotableBatches(of.entity()).stream().map(b -> promotion.preview(of.entity(), b))
                .toList();
        String text = (previews.isEmpty() ? NOTHING : PromotionText.of(previews)) + PassedOver.text(passedOver);
        if (!withEnrichment) {
            return Answer.done(new Previews(previews, passedOver), text);
        }
        List<WithEnrichment> enriched = previews.stream().map(p -> new WithEnrichment(p, promotion.enriched(of.entity(), p.batch())))
                .toList();
        return Answer.done(new Previews(enriched, passedOver), text + would(enriched.stream().mapToLong(WithEnrichment::sidecars).sum()));
    }

    private Answer promoteOne(Session session) {
        var result = promote(session.promotion(), which.batch);
        if (result.run() == null) {
            return noSuchBatch(told(result));
        }
        long unplaced = of.entity() == Entity.PERSON ? session.promotion().preview(of.entity(), which.batch).unplaced() : 0;
        return Answer.done(told(result), unplaced == 0 ? text(result)
                : text(result) + "\n%s say why.".formatted(Counted.of(unplaced,
                "stays in intake, because it has no place in master; its notes",
                "stay in intake, because they have no place in master; their notes")));
    }

    private Answer noSuchBatch(Object json) {
        return Answer.wrong(json, "Nothing was promoted.",
                List.of("steward: There is no batch " + which.batch + (of.option().isEmpty() ? "" : " of people") + ". `steward status"
                        + of.option() + "` shows the batches."));
    }

    private Answer promoteAll(Session session) {
        Promotion promotion = session.promotion().unattended();
        List<PassedOver> passedOver = PassedOver.of(promotion.passedOver(of.entity()));
        return new PromoteAll(promotion.promotableBatches(of.entity()), passedOver).run(batch -> promote(promotion, batch), this::told);
    }

    private PromotionResult promote(Promotion promotion, String batch) {
        return promotion.promote(of.entity(), batch, along());
    }

    private IncludeEnrichment along() {
        return withEnrichment ? IncludeEnrichment.WHAT_THERE_IS : IncludeEnrichment.NOTHING;
    }

    public static String text(PromotionResult result) {
        return "%s of batch %s promoted in run %s.".formatted(Counted.rows(result.promoted()), result.batch(), result.run())
                + (result.sidecars() == 0 ? "" : " %s made of their enrichment.".formatted(
                        Counted.of(result.sidecars(), "sidecar", "sidecars")));
    }

    private static final class Which {
        @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
        private String batch;

        @Option(names = "--all", required = true, description = "Every batch that has rows to promote. Rows that were taken back are"
                + " passed over until they are validated again or their batch is promoted by itself.")
        private boolean all;
    }

    /// Of sidecars only who asked for them hears.
    private Object told(PromotionResult result) {
        return withEnrichment ? result : new Promoted(result.batch(), result.run(), result.promoted());
    }

    private record Promoted(String batch, String run, long promoted) {
    }

    private record WithEnrichment(@JsonUnwrapped PromotionPreview preview, long sidecars) {
    }

    private record Previews(List<?> batches, List<PassedOver> passedOver) {
    }
}
