package barton.steward.service;

import barton.steward.dao.EnrichedDao;
import barton.steward.dao.ImportDao;
import barton.steward.model.Field;
import barton.steward.model.Incoming;
import barton.steward.model.StewardException;
import barton.steward.model.Table;
import barton.steward.model.TakeReport;
import barton.steward.service.json.FieldValues;
import barton.steward.service.json.JsonFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Companies of intake that failed on their way out to an agent that enriches them, and back. The files are described in
/// docs/enrichment.md; their shape is a contract with those agents.
public final class Enrichment {
    private static final String FORMAT = "barton-steward/enrichment";
    private static final int VERSION = 1;
    private static final String RECORDS = "records";
    private static final Set<String> MEMBERS = Set.of("id", "state", "fields", "findings", "notes");
    private static final Map<String, Field> FIELDS = Table.INTAKE.fields().stream().filter(Field::editable)
            .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private final EnrichedDao dao;
    private final ImportDao imports;
    private final String executor;

    public Enrichment(EnrichedDao dao, ImportDao imports, String executor) {
        this.dao = dao;
        this.imports = imports;
        this.executor = executor;
    }

    /// How many records were written, and how many were left out because somebody rejected them.
    public record Written(String batch, String file, long records, long rejected) {
    }

    /// Writes the records of a batch that failed; the file appears only when it is whole.
    /// @throws StewardException of kind REFUSED where there is none, or the file cannot be written
    public Written export(String batch, Path file) {
        return WholeFile.write(file, part -> {
            long records = write(batch, part, file);
            long rejected = dao.rejected(batch);
            if (records == 0) {
                throw StewardException.refused("No record of batch %s has failed%s; nothing was written.".formatted(batch,
                        rejected == 0 ? "" : ", but for %d that were rejected".formatted(rejected)),
                        "`steward status` lists the batches; run rules first where nobody has.");
            }
            return new Written(batch, file.toString(), records, rejected);
        });
    }

    private long write(String batch, Path part, Path file) throws IOException {
        var json = new JsonMapper();
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE)) {
            ObjectNode head = json.createObjectNode().put("format", FORMAT).put("version", VERSION).put("entity", "company")
                    .put("batch", batch).put("exported_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                    .put("exported_by", executor);
            String open = head.toString();
            out.write(open.substring(0, open.length() - 1) + ",\n\"" + RECORDS + "\":[");
            var separator = new Object() {
                private String text = "\n";
            };
            long records = dao.failed(batch, record -> {
                try {
                    out.write(separator.text + record);
                    separator.text = ",\n";
                } catch (IOException e) {
                    throw WholeFile.unwritable(file, e);
                }
            });
            out.write("\n]}\n");
            return records;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Takes a file back.
    /// @param look only tells what would be done
    /// @param announced how many records would be changed, as was told
    /// @throws StewardException of kind REFUSED where the file is no such file, cannot be read, or the number is another
    public TakeReport take(Path file, String rules, boolean look, OptionalLong announced, UUID request) {
        var json = new JsonFile(file, RECORDS);
        String batch = batch(json.head(), file);
        Map<String, Integer> longest = imports.longest(Table.INTAKE);
        return Taking.of(taking -> json.each((record, line) -> read(record, line, longest, taking)),
                records -> dao.take(batch, records, rules, look, announced, executor, request));
    }

    private static String batch(ObjectNode head, Path file) {
        if (!head.path("format").asString("").equals(FORMAT)) {
            throw StewardException.refused(file.getFileName() + " is no file of enriched records: its “format” is not “" + FORMAT
                    + "”. Nothing was taken.", "Give back the file that was exported, with its fields filled in.");
        }
        if (head.path("version").asInt(0) != VERSION || !head.path("entity").asString("").equals("company")) {
            throw StewardException.refused("%s is of another version, or of other records than companies. Nothing was taken."
                    .formatted(file.getFileName()), "This program reads version %d.".formatted(VERSION));
        }
        String batch = head.path("batch").asString("");
        if (batch.isBlank()) {
            throw StewardException.refused(file.getFileName() + " does not say of which batch its records are. Nothing was taken.",
                    "Leave “batch” as it was exported.");
        }
        return batch;
    }

    private static void read(ObjectNode record, long line, Map<String, Integer> longest, Taking taking) {
        JsonNode id = record.path("id");
        fault(record, longest).ifPresentOrElse(reason -> taking.refuse(line, id.isMissingNode() ? "" : id.toString(), reason), () -> {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            record.get("fields").properties().forEach(f -> given.set(f.getKey(), blank(f.getValue())
                    ? JsonNodeFactory.instance.nullNode() : f.getValue()));
            taking.take(new Incoming(line, id.asString(), record.get("state").asString(), given.toString()));
        });
    }

    private static boolean blank(JsonNode value) {
        return value.isString() && value.asString().isBlank();
    }

    private static Optional<String> fault(ObjectNode record, Map<String, Integer> longest) {
        Optional<String> unknown = record.propertyNames().stream().filter(name -> !MEMBERS.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("a record has no “%s”: what is found out goes into “fields”".formatted(unknown.get()));
        }
        if (!record.path("id").isIntegralNumber() || !record.path("id").canConvertToLong()) {
            return Optional.of("“id” is no whole number");
        }
        if (!record.path("state").isString()) {
            return Optional.of("“state” is missing: leave it as it was exported");
        }
        if (!record.path("fields").isObject()) {
            return Optional.of("“fields” is no object");
        }
        for (Map.Entry<String, JsonNode> given : record.get("fields").properties()) {
            Field field = FIELDS.get(given.getKey());
            if (field == null) {
                return Optional.of("there is no field “%s”; there are %s".formatted(given.getKey(), String.join(", ", FIELDS.keySet())));
            }
            Optional<String> fault = FieldValues.fault(field, given.getValue(), longest, IntakeRows.LONGEST_TEXT);
            if (fault.isPresent()) {
                return fault.map(reason -> field.name() + " " + reason);
            }
        }
        return Optional.empty();
    }
}
