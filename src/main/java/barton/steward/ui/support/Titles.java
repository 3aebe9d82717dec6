package barton.steward.ui.support;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.SlotFields;
import barton.steward.config.Visible;
import barton.steward.model.query.Row;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a record is called.
public final class Titles {
    private Titles() {
    }

    public static String of(Row row) {
        String name = switch (row.table()) {
            case INTAKE -> row.text(IntakeFields.COMPANY);
            case PEOPLE_INTAKE -> Stream.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME).map(row::text)
                    .filter(Objects::nonNull).collect(Collectors.joining(" "));
            case MASTER -> row.text(MasterFields.COMPANY_NAME);
            case SLOTS -> row.text(SlotFields.SLOT_LABEL);
            case PEOPLE -> row.text(PeopleFields.FULL_NAME);
            case COMPANY_SIDECARS -> row.text(CompanySidecarFields.COMPANY_NAME);
            case PEOPLE_SIDECARS -> row.text(PeopleSidecarFields.FULL_NAME);
            case LOG -> row.text(LogFields.VALIDATION_RUN_ID);
        };
        return name == null || name.isBlank() ? Messages.get("record.unnamed") : Visible.value(name);
    }
}
