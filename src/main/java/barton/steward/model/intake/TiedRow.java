package barton.steward.model.intake;

/// A row of intake that stays where it is, and why: the first reason of those of `shq.intake_ties`, in the steward's words.
public record TiedRow(long id, String name, String because) {
}
