package barton.steward.cli.sidecar;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.Table;
import barton.steward.cli.importing.ImportAnswer;
import barton.steward.cli.support.ChosenCompanies;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.query.Selection;
import barton.steward.service.json.FieldValues;
import barton.steward.service.json.JsonFile;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Sets the sidecars of companies or people.
@Command(name = "set-sidecar", description = "Set values in the sidecars of companies or people, which are made where there are none."
        + " What is not named is left alone.")
public final class SetSidecarCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Owners owners;

    @Option(names = "--source", paramLabel = "NAME", description = "Where the values come from.")
    private String source;

    @Option(names = "--confidence", paramLabel = "0–100", description = "How sure they are.")
    private BigDecimal confidence;

    @Option(names = "--tags", paramLabel = "TAG", split = ",", description = "The tags of a company, separated by commas.")
    private List<String> tags;

    @Option(names = "--segments", paramLabel = "SEGMENT", split = ",", description = "The segments, separated by commas.")
    private List<String> segments;

    @Option(names = "--payload", paramLabel = "JSON", description = "What else was found out, as JSON.")
    private String payload;

    @Option(names = "--ein", paramLabel = "NUMBER", description = "The EIN of a company.")
    private String ein;

    @Option(names = "--duns", paramLabel = "NUMBER", description = "The Dun & Bradstreet number of a company.")
    private String duns;

    @Option(names = "--insight", paramLabel = "TEXT", description = "What is known about a person, in a sentence.")
    private String insight;

    @Option(names = "--profiles", paramLabel = "JSON", description = "The social profiles of a person, as JSON: {\"github\": \"…\"}.")
    private String profiles;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Map<Field, Object> values = owners.people == null ? ofCompany() : ofPerson();
        if (values.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name at least one value to set");
        }
        UUID request = UUID.randomUUID();
        return steward.inSession(session -> {
            Selection chosen = owners.people == null ? owners.companies.selection(session)
                    : ChosenCompanies.found(session, new Selection.Keys(Table.PEOPLE, new HashSet<>(owners.people)));
            return ImportAnswer.of("sidecars", dryRun, false, (look, announced) ->
                    session.sidecars().set(chosen, values, look, announced, request));
        });
    }

    private Map<Field, Object> ofCompany() {
        refuse("--insight", insight);
        refuse("--profiles", profiles);
        var values = new LinkedHashMap<Field, Object>();
        put(values, CompanySidecarFields.EIN_NUMBER, ein);
        put(values, CompanySidecarFields.DUN_AND_BRADSTREET_NUMBER, duns);
        put(values, CompanySidecarFields.CLAY_TAGS, tags);
        put(values, CompanySidecarFields.CLAY_SEGMENTS, segments);
        put(values, CompanySidecarFields.ENRICHMENT_PAYLOAD, json("--payload", CompanySidecarFields.ENRICHMENT_PAYLOAD, payload));
        put(values, CompanySidecarFields.ENRICHMENT_SOURCE, source);
        put(values, CompanySidecarFields.CONFIDENCE_SCORE, score());
        return values;
    }

    private Map<Field, Object> ofPerson() {
        refuse("--ein", ein);
        refuse("--duns", duns);
        refuse("--tags", tags);
        var values = new LinkedHashMap<Field, Object>();
        put(values, PeopleSidecarFields.CLAY_INSIGHT_SUMMARY, insight);
        put(values, PeopleSidecarFields.CLAY_SEGMENTS, segments);
        put(values, PeopleSidecarFields.SOCIAL_PROFILES, json("--profiles", PeopleSidecarFields.SOCIAL_PROFILES, profiles));
        put(values, PeopleSidecarFields.ENRICHMENT_PAYLOAD, json("--payload", PeopleSidecarFields.ENRICHMENT_PAYLOAD, payload));
        put(values, PeopleSidecarFields.ENRICHMENT_SOURCE, source);
        put(values, PeopleSidecarFields.CONFIDENCE_SCORE, score());
        return values;
    }

    private static void put(Map<Field, Object> values, Field field, Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private void refuse(String option, Object value) {
        if (value != null) {
            throw new ParameterException(spec.commandLine(), option + " is not for " + (owners.people == null ? "companies" : "people"));
        }
    }

    private BigDecimal score() {
        if (confidence != null && (confidence.signum() < 0 || confidence.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new ParameterException(spec.commandLine(), "--confidence is a number from 0 to 100");
        }
        return confidence;
    }

    private String json(String option, Field field, String text) {
        if (text == null) {
            return null;
        }
        try {
            FieldValues.fault(field, JsonFile.parse(text), Map.of(), Integer.MAX_VALUE).ifPresent(fault -> {
                throw new IllegalArgumentException(fault);
            });
            return text;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private static final class Owners {
        @ArgGroup(multiplicity = "1")
        private ChosenCompanies companies;

        @Option(names = "--person", paramLabel = "ID", split = ",", required = true,
                description = "The people with these Barton IDs, separated by commas.")
        private List<String> people;
    }
}
