package barton.steward.ui.promotion;

import barton.steward.model.RuleEntity;
import barton.steward.ui.support.Messages;

/// What is said of a promotion: people have their own words where those of companies do not fit.
final class PromotionTexts {
    private PromotionTexts() {
    }

    static String get(RuleEntity entity, String key, Object... arguments) {
        String own = "promotion." + entity + "." + key;
        return Messages.get(Messages.has(own) ? own : "promotion." + key, arguments);
    }
}
