package barton.steward.model.review;

/// In which order records are reviewed: those first for which the least speaks (`shq.company_risk`, and a pair with another record that
/// nobody decided about), those with the same fault one after the other, or by name.
public enum ReviewOrder {
    RISK, RULE, NAME
}
