package barton.steward.model.profile;

import java.util.List;

/// What is in each column, and in what that is unlike the batches before, the most striking first.
/// @param before the batches that it is compared with, the newest first; without one nothing is unlike
public record ProfileReport(Profile profile, List<String> before, List<Unlike> unlike) {
    public ProfileReport {
        before = List.copyOf(before);
        unlike = List.copyOf(unlike);
    }
}
