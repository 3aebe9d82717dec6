package barton.steward.ui.intake;

import static barton.steward.ui.virtual.ViewColumn.of;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// What the table of people intake shows.
public final class PeopleIntakeColumns {
    private PeopleIntakeColumns() {
    }

    public static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(PeopleIntakeFields.ID, 64),
                column(PeopleIntakeFields.FIRST_NAME, 110),
                column(PeopleIntakeFields.LAST_NAME, 120),
                column(IntakeFields.STATUS, 110).as(CellRenderers::status),
                column(IntakeFields.VALIDATION_NOTES, 260).as(CellRenderers::notes),
                column(PeopleIntakeFields.COMPANY_NAME, 200),
                column(PeopleIntakeFields.TITLE, 170),
                column(PeopleIntakeFields.SENIORITY, 90),
                column(PeopleIntakeFields.EMAIL, 220),
                column(PeopleIntakeFields.WORK_PHONE, 130),
                column(PeopleIntakeFields.PERSONAL_PHONE, 130),
                column(PeopleIntakeFields.DEPARTMENT, 130),
                column(IntakeFields.IMPORT_BATCH_ID, 170),
                column(IntakeFields.VALIDATED_BY, 110),
                column(IntakeFields.VALIDATED_AT, 176),
                column(PeopleIntakeFields.COMPANY_UNIQUE_ID, 170).atFirstHidden(),
                column(PeopleIntakeFields.COMPANY_SLOT_UNIQUE_ID, 170).atFirstHidden(),
                column(PeopleIntakeFields.FULL_NAME, 160).atFirstHidden(),
                column(PeopleIntakeFields.LINKEDIN_URL, 200).atFirstHidden(),
                column(PeopleIntakeFields.TWITTER_URL, 200).atFirstHidden(),
                column(PeopleIntakeFields.FACEBOOK_URL, 200).atFirstHidden(),
                column(PeopleIntakeFields.BIO, 240).atFirstHidden(),
                column(PeopleIntakeFields.SKILLS, 200).atFirstHidden(),
                column(PeopleIntakeFields.EDUCATION, 180).atFirstHidden(),
                column(PeopleIntakeFields.CERTIFICATIONS, 200).atFirstHidden(),
                column(PeopleIntakeFields.CITY, 120).atFirstHidden(),
                column(PeopleIntakeFields.STATE, 110).atFirstHidden(),
                column(PeopleIntakeFields.STATE_ABBREV, 60).atFirstHidden(),
                column(PeopleIntakeFields.COUNTRY, 110).atFirstHidden(),
                column(PeopleIntakeFields.SOURCE_SYSTEM, 120).atFirstHidden(),
                column(PeopleIntakeFields.SOURCE_RECORD_ID, 110).atFirstHidden(),
                column(PeopleIntakeFields.CREATED_AT, 176).atFirstHidden(),
                column(PeopleIntakeFields.UPDATED_AT, 176).atFirstHidden());
        List<Field> facets = List.of(IntakeFields.IMPORT_BATCH_ID, IntakeFields.STATUS, PeopleIntakeFields.SENIORITY,
                PeopleIntakeFields.COMPANY_NAME, IntakeFields.FINDING);
        return new TableSpec(Table.PEOPLE_INTAKE, columns, facets);
    }

    private static ViewColumn column(Field field, double width) {
        return of(Table.PEOPLE_INTAKE, field, width);
    }
}
