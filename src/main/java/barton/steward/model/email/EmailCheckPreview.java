package barton.steward.model.email;

import barton.steward.model.intake.CsvPreview;

/// The beginning of a file of a verification service, with the headers recognised of [EmailCheckPlan#COLUMNS], and the service;
/// blank where it is not recognised.
public record EmailCheckPreview(CsvPreview csv, String service) {
}
