package barton.steward.catalog;

/// The functions of the schema `shq` that are about one kind of record, by their names there, which other clients know.
/// @param promote            promotes a batch
/// @param clear              clears promoted rows of a batch from intake
/// @param validate           checks a batch by rules
/// @param validateSome       checks some rows of a batch by rules
/// @param validateAndPromote checks a batch by rules and promotes it
public record EntityFunctions(String promote, String clear, String validate, String validateSome, String validateAndPromote) {
}
