package barton.steward.model.audit;

/// How two judges who did not know of each other agreed.
/// @param same  of how many records they said the same
/// @param kappa Cohen's: 1 for always, 0 for as often as by chance; null where both said the same of all, which chance explains
public record Agreement(String first, String second, long records, long same, Double kappa) {
}
