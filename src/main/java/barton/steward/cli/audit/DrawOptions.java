package barton.steward.cli.audit;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.FieldName;
import barton.steward.cli.support.Share;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.InspectionLevel;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What the sample of an audit is to be.
final class DrawOptions {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Option(names = "--sample", paramLabel = "N", converter = AtLeastOne.class, description = "Draw so many records.")
    private Integer size;

    @Option(names = "--bound", paramLabel = "SHARE", converter = Share.class,
            description = "Draw as many records as show that no more than this share of the batch is wrong, as 2%%.")
    private Double bound;

    @Option(names = "--aql", paramLabel = "PERCENT",
            description = "Draw by a plan of ISO 2859-1 with this acceptance quality limit, as 1.0.")
    private Double aql;

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "II",
            description = "With --aql: the level of inspection, one of S1, S2, S3, S4, I, II, III. Default: ${DEFAULT-VALUE}.")
    private String level;

    @Option(names = "--confidence", paramLabel = "SHARE", converter = Share.class, defaultValue = "95%",
            description = "How sure it is to be. Default: ${DEFAULT-VALUE}%.")
    private double confidence;

    @Option(names = "--expect", paramLabel = "SHARE", converter = Share.class, defaultValue = "0%",
            description = "With --bound: the share that is expected to be wrong, with which the bound can still be shown."
                    + " Default: ${DEFAULT-VALUE}%.")
    private double expected;

    @Option(names = "--by", paramLabel = "FIELD", description = "Draw from each value of this field in proportion, at least one of each.")
    private String by;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Draws the same records again as long as they are the same."
            + " Default: by chance; it is kept.")
    private Long seed;

    @Option(names = "--judges", paramLabel = "1|2", defaultValue = "1",
            description = "How many stewards judge the sample; neither of two sees what the other says. Default: ${DEFAULT-VALUE}.")
    private int judges;

    @Option(names = "--validated", description = "Draw only from records that are validated.")
    private boolean validatedOnly;

    @Option(names = "--gate", description = "The batch is not promoted until the audit accepts it; needs --bound or --aql.")
    private boolean gate;

    @Option(names = "--dry-run", description = "Only tell what the sample would be.")
    private boolean dryRun;

    boolean given() {
        return size != null || bound != null || aql != null;
    }

    boolean dryRun() {
        return dryRun;
    }

    /// @throws ParameterException where the options contradict each other
    AuditRequest request(CommandSpec spec, Entity entity, String batch) {
        if (aql != null && (size != null || bound != null)) {
            throw new ParameterException(spec.commandLine(), "--aql goes with neither --sample nor --bound.");
        }
        if (judges < 1 || judges > 2) {
            throw new ParameterException(spec.commandLine(), "--judges is 1 or 2.");
        }
        return new AuditRequest(entity, batch, validatedOnly, size, bound, confidence, expected, aql, level(spec), field(spec, entity),
                seed == null ? RANDOM.nextLong(1_000_000_000) : seed, judges, gate);
    }

    private InspectionLevel level(CommandSpec spec) {
        return InspectionLevel.of(level).orElseThrow(() -> new ParameterException(spec.commandLine(), "--level knows no " + level
                + ", but " + Stream.of(InspectionLevel.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private Field field(CommandSpec spec, Entity entity) {
        return by == null ? null : FieldName.editable(spec, entity.intake(), "--by", by);
    }
}
