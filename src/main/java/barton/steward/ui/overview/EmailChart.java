package barton.steward.ui.overview;

import barton.steward.model.email.EmailDay;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.BarParts;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.ChartPart;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.LinkedHashMap;
import java.util.List;

/// The newest days on which people were created, and how many of those have a verified e-mail address now.
final class EmailChart {
    private EmailChart() {
    }

    /// @param days the newest first
    static ChartCard of(List<EmailDay> days, AppContext context) {
        String title = Messages.get("overview.emails");
        if (days.isEmpty()) {
            return ChartCard.empty("overview-emails", title, Messages.get("overview.emails.none"));
        }
        var series = new LinkedHashMap<String, List<ChartPart>>();
        for (boolean verified : new boolean[] {true, false}) {
            series.put(Messages.get(verified ? "overview.emails.verified" : "overview.emails.open"),
                    days.reversed().stream().map(day -> part(day, verified, context)).toList());
        }
        return new ChartCard("overview-emails", title, BarParts.of(title, series));
    }

    private static ChartPart part(EmailDay day, boolean verified, AppContext context) {
        String name = day.date() == null ? Messages.get("overview.emails.noday") : day.date().toString();
        String axis = (day.date() == null ? name : Formats.day(day.date())) + "\n" + Formats.percent(day.rate().doubleValue());
        long count = verified ? day.verified() : day.contacts() - day.verified();
        String meaning = Messages.get(verified ? "overview.meaning.emails-of" : "overview.meaning.emails-open", name, count,
                Formats.percent(day.rate().doubleValue()));
        return ChartPart.counted((verified ? "overview-emails-" : "overview-emails-open-") + name, axis, count, Formats.number(count),
                Shares.meaning(count, meaning), null, () -> context.open(FigureQueries.createdOn(day.date(), verified)));
    }
}
