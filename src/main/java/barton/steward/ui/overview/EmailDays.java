package barton.steward.ui.overview;

import barton.steward.model.email.EmailDay;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Figure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.List;

/// The rate of verified e-mails over time: one bar for each of the newest days on which people were created.
final class EmailDays extends BarsCard {
    EmailDays(List<EmailDay> days, AppContext context) {
        super("overview-emails", Messages.get("overview.emails"));
        if (days.isEmpty()) {
            none(Messages.get("overview.emails.none"));
        }
        for (EmailDay day : days) {
            String name = day.date() == null ? Messages.get("overview.emails.noday") : day.date().toString();
            var figure = new Figure("overview-emails-" + name, day.verified(), Messages.get("overview.meaning.emails-of", name,
                    day.verified()),
                    () -> context.open(FigureQueries.verifiedOfDay(day.date())));
            double rate = day.rate().doubleValue();
            var bar = new Bar("bar-success", rate / 100);
            bar.setId("overview-emails-bar-" + name);
            add(name, figure, bar, Messages.get("overview.emails.of", day.contacts(), Formats.percent(rate)));
        }
    }
}
