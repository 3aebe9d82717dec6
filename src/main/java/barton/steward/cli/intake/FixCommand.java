package barton.steward.cli.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.ChosenRows;
import barton.steward.cli.support.FieldName;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Corrects one field in a whole class of rows of intake.
@Command(name = "fix", description = "Correct one field in many companies, or people, of intake at once. Promoted rows are left alone.")
public final class FixCommand implements Callable<Integer> {
    private static final int SAMPLE = 20;

    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private ChosenRows rows;

    @Option(names = "--field", paramLabel = "FIELD", required = true,
            description = "The field by its title, as in Website or Phone, of people as in \"Work phone\", or by its"
                    + " name in the database.")
    private String field;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--broke", paramLabel = "RULE", description = "Only rows that broke this rule when they were last checked.")
    private String rule;

    @Option(names = "--dry-run", description = "Only tell how many rows would be changed, and show some of them before and after.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Field chosen = FieldName.editable(spec, of.entity().intake(), "--field", field);
        Fix fix = what.fix(of.entity().intake());
        return steward.inSession(session -> {
            Selection selection = rows.selection(session, of.entity(), rule);
            Answer answer = BulkAnswer.of(dryRun, session.review().fix(chosen, fix), selection, "fixed");
            return dryRun ? preview(answer, session.review().sample(selection, chosen, fix, SAMPLE)) : answer;
        });
    }

    private static Answer preview(Answer counts, List<FixSample> samples) {
        if (samples.isEmpty()) {
            return counts;
        }
        var table = new TextTable("ROW", "BEFORE", "AFTER");
        samples.forEach(s -> table.row(s.intakeId(), s.before(), s.after()));
        return Answer.done(counts.json(), counts.text() + "\n" + table);
    }

    private static final class What {
        @Option(names = "--set", paramLabel = "VALUE", required = true, description = "Put this value into the field; '' empties it.")
        private String value;

        @Option(names = "--trim", required = true,
                description = "Take blanks of every kind away around the text, and what cannot be seen within.")
        private boolean trim;

        @Option(names = "--unwrap", required = true,
                description = "Take the text out of quotes, =\"…\", a spreadsheet's apostrophe, angle brackets and mailto:.")
        private boolean unwrap;

        @Option(names = "--decode", required = true,
                description = "Write HTML entities, as &amp;, and letters read in a wrong encoding as what they stand for.")
        private boolean decode;

        @Option(names = "--empty-placeholders", required = true, description = "Empty the field where it has a placeholder, as N/A.")
        private boolean emptyPlaceholders;

        @Option(names = "--split-name", required = true,
                description = "Write first and last name of people who have neither, from --field full_name.")
        private boolean splitName;

        @ArgGroup(exclusive = false)
        private Taken taken;

        @Option(names = "--case", paramLabel = "CASE", required = true,
                description = "Change the case: ${COMPLETION-CANDIDATES}; TITLE knows IBM, LLC and McDonald's.")
        private Fix.Letters letters;

        @ArgGroup(exclusive = false)
        private Replacement replacement;

        @Option(names = "--phone", required = true, description = "Write phone numbers of the record's country as E.164.")
        private boolean phone;

        @Option(names = "--scheme", required = true,
                description = "Put https:// before web addresses without a scheme, and write a misspelt one right.")
        private boolean scheme;

        Fix fix(Table intake) {
            if (replacement != null) {
                return new Fix.Replace(replacement.what, replacement.with, replacement.regex);
            }
            if (value != null) {
                return new Fix.SetValue(value);
            }
            if (letters != null) {
                return new Fix.ChangeCase(letters);
            }
            if (taken != null) {
                return new Fix.From(ColumnNames.column(intake, taken.from), taken.ifEmpty);
            }
            return trim ? new Fix.Trim() : unwrap ? new Fix.Unwrap() : decode ? new Fix.Decode()
                    : splitName ? new Fix.SplitName() : emptyPlaceholders ? new Fix.EmptyPlaceholder()
                    : phone ? new Fix.NormalisePhone() : new Fix.AddScheme();
        }
    }

    private static final class Replacement {
        @Option(names = "--replace", paramLabel = "TEXT", required = true, description = "Replace every occurrence of this text …")
        private String what;

        @Option(names = "--with", paramLabel = "TEXT", required = true, description = "… by this one.")
        private String with;

        @Option(names = "--regex", description = "The text is a regular expression; \\1 … stand for its groups.")
        private boolean regex;
    }

    private static final class Taken {
        @Option(names = "--from", paramLabel = "FIELD", required = true, description = "Take the value of this other field …")
        private String from;

        @Option(names = "--if-empty", description = "… only where the field has none.")
        private boolean ifEmpty;
    }
}
