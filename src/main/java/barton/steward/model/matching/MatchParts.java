package barton.steward.model.matching;

/// What speaks for two companies being the same, and against it, in whole bits, by what most records say: each bit doubles the odds. What
/// one of the sides does not say gives none; `city` is the place as a whole, `state` is of pairs that earlier versions found.
public record MatchParts(int name, int host, int phone, int state, int city) {
}
