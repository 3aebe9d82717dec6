package barton.steward.cli.alert;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.alert.Alert;
import barton.steward.service.Session;
import barton.steward.service.alert.AlertText;
import barton.steward.service.alert.Alerts;
import barton.steward.service.alert.MailServer;
import barton.steward.service.alert.ToldAlerts;
import barton.steward.service.alert.Webhook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tells what wants attention, on the screen, by mail or in a chat.
@Command(name = "check", description = "Tell what wants attention by the limits of the team; exit code 1 where something does.")
public final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--since-last",
            description = "Tells only what the last check with this option did not tell, or is a tenth more by now.")
    private boolean sinceLast;

    @Option(names = "--told", paramLabel = "FILE", description = "Where --since-last keeps what was told. Default: among the logs.")
    private Path told;

    @Option(names = "--mail", paramLabel = "ADDRESS,…", description = "Sends it there by the server of STEWARD_SMTP.")
    private String mail;

    @Option(names = "--webhook", description = "Sends it to the address in STEWARD_WEBHOOK, as Slack takes it.")
    private boolean webhook;

    @Option(names = "--quick", description = "Leaves out whether imports are unlike those before them, which reads whole batches.")
    private boolean quick;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            // What cannot be sent is refused before anything is counted.
            Optional<MailServer> server = Optional.ofNullable(mail).map(_ -> MailServer.of(steward.environment()));
            Optional<Webhook> hook = webhook ? Optional.of(Webhook.at(Optional.ofNullable(steward.environment().get("STEWARD_WEBHOOK"))
                    .orElseThrow(() -> StewardException.refused("STEWARD_WEBHOOK is not set.", "Set it to the address of the webhook."))))
                    : Optional.empty();
            Alerts alerts = session.alerts();
            List<Alert> all = quick ? alerts.counted() : alerts.all();
            var last = new ToldAlerts(told == null ? steward.state().resolve("told-alerts.json") : told, session.connection());
            List<Alert> shown = sinceLast ? last.fresh(all) : all;
            List<String> sent = shown.isEmpty() ? List.of() : send(session, shown, server, hook);
            if (sinceLast) {
                last.remember(all, shown);
            }
            return answer(shown, all.size(), sent);
        });
    }

    private List<String> send(Session session, List<Alert> shown, Optional<MailServer> server, Optional<Webhook> hook) {
        String title = AlertText.title(shown, session.connection());
        String text = AlertText.lines(shown);
        var sent = new ArrayList<String>();
        server.ifPresent(s -> sent.add(s.send(mail, title, text)));
        hook.ifPresent(h -> sent.add(h.send(title, text)));
        return sent;
    }

    private Answer answer(List<Alert> shown, int all, List<String> sent) {
        var json = new Checked(shown.isEmpty(), shown.stream().map(Told::of).toList(), all, sent);
        if (shown.isEmpty()) {
            return Answer.done(json, all == 0 ? "Nothing wants attention." : "Nothing new wants attention.");
        }
        var table = new TextTable("CHECK", "WHAT");
        shown.forEach(a -> table.row(a.check().word(), AlertText.of(a)));
        return Answer.wrong(json, table + (sent.isEmpty() ? "" : "\nSent to " + String.join(" and ", sent) + "."), List.of());
    }

    private record Checked(boolean ok, List<Told> attention, int all, List<String> sent) {
    }

    private record Told(String check, String entity, String subject, long records, BigDecimal value, BigDecimal limit, Instant since,
                        String says) {
        static Told of(Alert a) {
            return new Told(a.check().word(), a.entity(), a.subject(), a.records(), a.value(), a.limitValue(), a.since(), AlertText.of(a));
        }
    }
}
