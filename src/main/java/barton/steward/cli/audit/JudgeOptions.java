package barton.steward.cli.audit;

import barton.steward.model.StewardException;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.service.audit.JudgementFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What somebody says of records of a sample.
final class JudgeOptions {
    @Option(names = "--judge", paramLabel = "FILE",
            description = "Take judgements from a CSV file with the headers id, verdict (right, wrong or unsure), field and reason.")
    private Path file;

    @Option(names = "--right", paramLabel = "ID", split = ",", description = "These records are right, by their ids in intake.")
    private List<Long> right = List.of();

    @Option(names = "--unsure", paramLabel = "ID", split = ",", description = "Of these records you are unsure.")
    private List<Long> unsure = List.of();

    @Option(names = "--wrong", paramLabel = "ID", description = "This record is wrong; needs --fault.")
    private Long wrong;

    @Option(names = "--fault", paramLabel = "FIELD=REASON", description = "What is wrong with it; once for each field.")
    private Map<String, String> faults = new LinkedHashMap<>();

    boolean given() {
        return file != null || !right.isEmpty() || !unsure.isEmpty() || wrong != null;
    }

    void check(CommandSpec spec) {
        if (wrong != null == faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), wrong != null ? "--wrong needs --fault: what is wrong?"
                    : "--fault goes with --wrong.");
        }
        if (file != null && (wrong != null || !right.isEmpty() || !unsure.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--judge goes with none of --right, --wrong and --unsure.");
        }
    }

    List<Judging> judgings(List<SampledRecord> sample) {
        if (file != null) {
            return JudgementFile.read(file, sample);
        }
        var said = new LinkedHashMap<Integer, Judging>();
        right.forEach(id -> said.put(place(sample, id), Judging.of(place(sample, id), Verdict.RIGHT)));
        unsure.forEach(id -> said.put(place(sample, id), Judging.of(place(sample, id), Verdict.UNSURE)));
        if (wrong != null) {
            said.put(place(sample, wrong), new Judging(place(sample, wrong), Verdict.WRONG,
                    faults.entrySet().stream().map(f -> new Fault(f.getKey(), f.getValue())).toList()));
        }
        return List.copyOf(said.values());
    }

    private static int place(List<SampledRecord> sample, long id) {
        return sample.stream().filter(r -> r.intakeId() == id).map(SampledRecord::place).findFirst().orElseThrow(() ->
                StewardException.refused("The sample has no record " + id + "; nothing was kept.", "`steward audit --batch ID` shows it."));
    }
}
