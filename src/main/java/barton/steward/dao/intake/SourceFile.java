package barton.steward.dao.intake;

/// The file that rows come from: what it is called, and what it says, as the SHA-256 of its bytes.
public record SourceFile(String name, String sha256) {
}
