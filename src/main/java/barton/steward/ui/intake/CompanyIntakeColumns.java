package barton.steward.ui.intake;

import static barton.steward.ui.virtual.ViewColumn.of;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// What the table of company intake shows.
public final class CompanyIntakeColumns {
    private CompanyIntakeColumns() {
    }

    public static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(IntakeFields.ID, 64),
                column(IntakeFields.COMPANY, 220),
                column(IntakeFields.STATUS, 110).as(CellRenderers::status),
                column(IntakeFields.VALIDATION_NOTES, 240).as(CellRenderers::notes),
                column(IntakeFields.STATE_ABBREV, 60),
                column(IntakeFields.COMPANY_CITY, 120),
                column(IntakeFields.WEBSITE, 170),
                column(IntakeFields.INDUSTRY, 150),
                column(IntakeFields.NUM_EMPLOYEES, 90),
                column(IntakeFields.COMPANY_PHONE, 146),
                column(IntakeFields.IMPORT_BATCH_ID, 170),
                column(IntakeFields.VALIDATED_BY, 110),
                column(IntakeFields.VALIDATED_AT, 176),
                column(IntakeFields.COMPANY_NAME_FOR_EMAILS, 160).atFirstHidden(),
                column(IntakeFields.COMPANY_LINKEDIN_URL, 200).atFirstHidden(),
                column(IntakeFields.FACEBOOK_URL, 200).atFirstHidden(),
                column(IntakeFields.TWITTER_URL, 200).atFirstHidden(),
                column(IntakeFields.COMPANY_STREET, 160).atFirstHidden(),
                column(IntakeFields.COMPANY_STATE, 110).atFirstHidden(),
                column(IntakeFields.COMPANY_POSTAL_CODE, 90).atFirstHidden(),
                column(IntakeFields.COMPANY_COUNTRY, 110).atFirstHidden(),
                column(IntakeFields.COMPANY_ADDRESS, 240).atFirstHidden(),
                column(IntakeFields.SIC_CODES, 100).atFirstHidden(),
                column(IntakeFields.FOUNDED_YEAR, 80).atFirstHidden(),
                column(IntakeFields.CREATED_AT, 176).atFirstHidden());
        List<Field> facets = List.of(IntakeFields.IMPORT_BATCH_ID, IntakeFields.STATUS, IntakeFields.STATE_ABBREV, IntakeFields.INDUSTRY,
                IntakeFields.FINDING);
        return new TableSpec(Table.INTAKE, columns, facets);
    }

    private static ViewColumn column(Field field, double width) {
        return of(Table.INTAKE, field, width);
    }
}
