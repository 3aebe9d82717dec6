package barton.steward.cli.promotion;

import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PeoplePromotionPreview;
import barton.steward.model.promotion.PromotionPreview;
import java.util.List;

/// What promotions would do, in words.
final class PromotionText {
    private PromotionText() {
    }

    static String of(PromotionPreview outlook) {
        return switch (outlook) {
            case CompanyPromotionPreview companies -> text(companies);
            case PeoplePromotionPreview people -> text(people);
        };
    }

    /// A line for each batch, of companies or of people.
    static String of(List<PromotionPreview> outlooks) {
        var table = outlooks.getFirst() instanceof PeoplePromotionPreview
                ? new TextTable("BATCH", "PROMOTABLE", "NO COMPANY", "SEVERAL COMPANIES", "NO SLOT", "REFUSED", "NOT VALIDATED", "EDITED",
                        "ALREADY PROMOTED", "HELD")
                : new TextTable("BATCH", "PROMOTABLE", "PLACEHOLDER", "REFUSED", "NOT VALIDATED", "EDITED", "ALREADY PROMOTED", "HELD");
        outlooks.forEach(outlook -> {
            switch (outlook) {
                case CompanyPromotionPreview p -> table.row(p.batch(), p.promotable(), p.placeholder(), p.refused(), p.notValidated(),
                        p.editedSinceValidation(), p.alreadyPromoted(), p.heldByOtherSource() + p.heldByMatch());
                case PeoplePromotionPreview p -> table.row(p.batch(), p.promotable(), p.companyMissing(), p.companyAmbiguous(),
                        p.slotMissing(),
                        p.refused(), p.notValidated(), p.editedSinceValidation(), p.alreadyPromoted(),
                        p.heldByOtherSource() + p.heldByMatch());
            }
        });
        return table.toString();
    }

    private static String text(PeoplePromotionPreview preview) {
        return new TextTable("BATCH " + preview.batch() + ", PEOPLE", "")
                .row("would be promoted", preview.promotable())
                .row("  with a phone that is no possible number", preview.phoneLeft())
                .row("refused by master, so that nobody is promoted", preview.refused())
                .row("their company is not in master", preview.companyMissing())
                .row("several companies have that name", preview.companyAmbiguous())
                .row("the slot is not one of the company", preview.slotMissing())
                .row("not validated", preview.notValidated())
                .row("edited since validated", preview.editedSinceValidation())
                .row("already promoted", preview.alreadyPromoted())
                .row("held by another source", preview.heldByOtherSource())
                .row("held by a match", preview.heldByMatch())
                .toString();
    }

    private static String text(CompanyPromotionPreview preview) {
        String duplicates = preview.possibleDuplicates() == null ? "nobody has looked"
                : preview.possibleDuplicates() + " as of " + Times.shown(preview.possibleDuplicatesAt());
        return new TextTable("ROWS OF " + preview.batch(), "")
                .row("would be promoted", preview.promotable())
                .row("  with a placeholder name or website", preview.placeholder())
                .row("  that look like another company", duplicates)
                .row("refused by master, so that nothing is promoted", preview.refused())
                .row("not validated", preview.notValidated())
                .row("edited since validated", preview.editedSinceValidation())
                .row("already promoted", preview.alreadyPromoted())
                .row("held by another source", preview.heldByOtherSource())
                .row("held by a match", preview.heldByMatch())
                .toString();
    }
}
