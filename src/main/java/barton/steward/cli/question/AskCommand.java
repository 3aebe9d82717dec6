package barton.steward.cli.question;

import barton.steward.catalog.Field;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.dao.table.TableDao;
import barton.steward.model.Counted;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.question.CompanyName;
import barton.steward.service.question.NamedQuery;
import barton.steward.service.question.NamedQuery.Of;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Answers the questions that stewards ask.
@Command(name = "ask", description = "Answer one of the questions that stewards ask; without a name, list them.")
public final class AskCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The question. `steward ask` lists them.")
    private String name;

    @Option(names = "--batch", paramLabel = "ID", description = "The batch that it is about.")
    private String batch;

    @Option(names = "--company", paramLabel = "COMPANY",
            description = "The company that it is about: its Barton ID, its name or a part of its name.")
    private String company;

    @Option(names = "--segment", paramLabel = "NAME", description = "The Clay segment that it is about.")
    private String segment;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", converter = AtLeastOne.class,
            description = "The most rows to show, at most 500; all are counted. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        if (name == null) {
            return steward.answer(AskCommand::all);
        }
        NamedQuery question = NamedQuery.titled(name).orElseThrow(() ->
                wrong("there is no question '" + name + "'; `steward ask` lists them"));
        String given = about(question);
        return steward.inSession(session -> {
            String about = question.of() == Of.COMPANY ? CompanyName.id(session.tables(), given) : given;
            return question.query(about).map(query -> rows(session, question, query)).orElseGet(() -> figures(session, question, about));
        });
    }

    private static Answer all() {
        var table = new TextTable("NAME", "NEEDS", "QUESTION");
        Stream.of(NamedQuery.values()).forEach(q -> table.row(q.title(), needs(q.of()), q.text()));
        return Answer.done(new QuestionList(Stream.of(NamedQuery.values()).map(q -> new Asked(q.title(), needs(q.of()), q.text()))
                .toList()),
                table.toString());
    }

    private static String needs(Of of) {
        return switch (of) {
            case ALL -> null;
            case MAYBE_BATCH -> "[--batch]";
            default -> "--" + of.name().toLowerCase(Locale.ROOT);
        };
    }

    private String about(NamedQuery question) {
        String given = switch (question.of()) {
            case ALL -> null;
            case BATCH, MAYBE_BATCH -> batch;
            case COMPANY -> company;
            case SEGMENT -> segment;
        };
        long named = Stream.of(batch, company, segment).filter(o -> o != null).count();
        if (named > (given == null ? 0 : 1)) {
            throw wrong(question.title() + " is about " + Optional.ofNullable(needs(question.of())).orElse("everything") + " only");
        }
        if (given == null && question.of() != Of.ALL && question.of() != Of.MAYBE_BATCH) {
            throw wrong(question.title() + " needs " + needs(question.of()));
        }
        return given;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Answer rows(Session session, NamedQuery question, Query query) {
        long count = session.tables().count(Selection.all(query));
        List<Field> shown = question.columns();
        List<Field> read = Stream.concat(shown.stream(), query.table().fields().stream().filter(f -> !shown.contains(f))).toList();
        List<List<Object>> rows = session.tables().first(query, read, Math.min(limit, TableDao.MAX_PAGE));
        var json = new Answered(question.title(), query.table().qualifiedName(), count, shown.stream().map(Field::name).toList(),
                rows.stream().map(row -> values(read, row)).toList());
        if (rows.isEmpty()) {
            return Answer.done(json, "No row answers this.");
        }
        var table = new TextTable(shown.stream().map(f -> f.name().toUpperCase(Locale.ROOT)).toArray());
        rows.forEach(row -> table.row(row.stream().limit(shown.size()).map(AskCommand::text).toArray()));
        return Answer.done(json, table + "\n" + (rows.size() < count ? rows.size() + " of " + Counted.rows(count) + "."
                : Counted.rows(count) + "."));
    }

    private static Object text(Object value) {
        return switch (value) {
            case Instant time -> Times.shown(time);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case null, default -> value;
        };
    }

    private static Map<String, Object> values(List<Field> fields, List<Object> row) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i).name(), row.get(i));
        }
        return values;
    }

    private static Answer figures(Session session, NamedQuery question, String about) {
        List<Map<String, Object>> lines = question.figures(session, about).lines();
        if (lines.isEmpty()) {
            return Answer.done(new Figured(question.title(), lines), "There is nothing to count.");
        }
        var table = new TextTable(lines.getFirst().keySet().stream().map(n -> n.toUpperCase(Locale.ROOT).replace('_', ' ')).toArray());
        lines.forEach(line -> table.row(line.values().toArray()));
        return Answer.done(new Figured(question.title(), lines), table.toString());
    }

    private record Asked(String name, String needs, String question) {
    }

    private record QuestionList(List<Asked> questions) {
    }

    private record Answered(String question, String table, long count, List<String> columns, List<Map<String, Object>> rows) {
    }

    private record Figured(String question, List<Map<String, Object>> figures) {
    }
}
