package barton.steward.ui.people;

import barton.steward.catalog.Field;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.EmailActions;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// The people in master.
public final class PeopleView {
    private PeopleView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.PEOPLE, Sort.ascending(PeopleFields.FULL_NAME), context.tasks(),
                context.session().daos().tables());
        var bulk = new BulkDialogs(context);
        Command file = Command.of("verifyfile", null, context::verifyEmails);
        Command verify = Command.of("verify", "V", model::canAct, () -> bulk.start(EmailActions.verify(context.session()), model.target()));
        Command unverify = Command.of("unverify", "Shift+V", model::canAct,
                () -> bulk.start(EmailActions.unverify(context.session()), model.target()));
        return new RowsView(context, model, spec(), List.of(file), List.of(verify, unverify));
    }

    private static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(PeopleFields.FULL_NAME, 180),
                column(PeopleFields.TITLE, 180),
                column(PeopleFields.SENIORITY, 100),
                column(PeopleFields.COMPANY_NAME, 200),
                column(PeopleFields.EMAIL, 220),
                column(PeopleFields.EMAIL_VERIFIED, 120).as(CellRenderers::verdict),
                column(PeopleFields.WORK_PHONE_E164, 146),
                column(PeopleFields.DEPARTMENT, 130),
                column(PeopleFields.SKILLS, 200),
                column(PeopleFields.UPDATED_AT, 176),
                column(PeopleFields.UNIQUE_ID, 180),
                column(PeopleFields.FIRST_NAME, 120).atFirstHidden(),
                column(PeopleFields.LAST_NAME, 120).atFirstHidden(),
                column(PeopleFields.PERSONAL_PHONE_E164, 146).atFirstHidden(),
                column(PeopleFields.LINKEDIN_URL, 200).atFirstHidden(),
                column(PeopleFields.TWITTER_URL, 200).atFirstHidden(),
                column(PeopleFields.FACEBOOK_URL, 200).atFirstHidden(),
                column(PeopleFields.BIO, 240).atFirstHidden(),
                column(PeopleFields.EDUCATION, 180).atFirstHidden(),
                column(PeopleFields.CERTIFICATIONS, 200).atFirstHidden(),
                column(PeopleFields.COMPANY_UNIQUE_ID, 180).atFirstHidden(),
                column(PeopleFields.COMPANY_SLOT_UNIQUE_ID, 180).atFirstHidden(),
                column(PeopleFields.SOURCE_SYSTEM, 130).atFirstHidden(),
                column(PeopleFields.SOURCE_RECORD_ID, 110).atFirstHidden(),
                column(PeopleFields.PROMOTED_FROM_INTAKE_AT, 176).atFirstHidden(),
                column(PeopleFields.PROMOTION_RUN, 200).atFirstHidden(),
                column(PeopleFields.CREATED_AT, 176).atFirstHidden());
        return new TableSpec(Table.PEOPLE, columns, List.of(PeopleFields.SENIORITY, PeopleFields.EMAIL_VERIFIED, PeopleFields.DEPARTMENT));
    }

    private static ViewColumn column(Field field, double width) {
        return ViewColumn.of(Table.PEOPLE, field, width);
    }
}
