package barton.steward.ui.record;

import barton.steward.model.CompanySidecarFields;
import barton.steward.model.Field;
import barton.steward.model.IntakeFields;
import barton.steward.model.LogFields;
import barton.steward.model.MasterFields;
import barton.steward.model.PeopleFields;
import barton.steward.model.PeopleSidecarFields;
import barton.steward.model.Row;
import barton.steward.model.SlotFields;
import barton.steward.ui.support.Messages;

/// What a record is called.
final class Titles {
    private Titles() {
    }

    static String of(Row row) {
        Field name = switch (row.table()) {
            case INTAKE -> IntakeFields.COMPANY;
            case MASTER -> MasterFields.COMPANY_NAME;
            case SLOTS -> SlotFields.SLOT_LABEL;
            case PEOPLE -> PeopleFields.FULL_NAME;
            case COMPANY_SIDECARS -> CompanySidecarFields.COMPANY_NAME;
            case PEOPLE_SIDECARS -> PeopleSidecarFields.FULL_NAME;
            case LOG -> LogFields.VALIDATION_RUN_ID;
        };
        String text = row.text(name);
        return text == null || text.isBlank() ? Messages.get("record.unnamed") : text;
    }
}
