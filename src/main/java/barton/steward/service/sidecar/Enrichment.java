package barton.steward.service.sidecar;

import barton.steward.catalog.Entity;
import barton.steward.dao.enrichment.EnrichmentDao;
import barton.steward.dao.intake.ImportDao;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.enrichment.WaitingEnrichment;
import barton.steward.model.intake.ImportSummary;
import barton.steward.service.export.WholeFile;
import barton.steward.service.file.TextFile;
import barton.steward.service.intake.FileImport;
import barton.steward.service.json.JsonFile;
import barton.steward.service.store.ObjectStore;
import barton.steward.service.store.TemporaryFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records of intake that failed on their way out to an agent that enriches them, and back. The files are described in
/// docs/enrichment.md; their shape is a contract with those agents.
public final class Enrichment {
    private static final String FORMAT = "barton-steward/enrichment";
    private static final int VERSION = 1;
    private static final String RECORDS = "records";
    private static final int SHORT_SUM = 16;

    private final EnrichmentDao dao;
    private final ImportDao imports;
    private final String executor;

    public Enrichment(EnrichmentDao dao, ImportDao imports, String executor) {
        this.dao = dao;
        this.imports = imports;
        this.executor = executor;
    }

    /// How many records were written, and how many were left out because somebody rejected them.
    public record Written(String batch, String file, long records, long rejected) {
    }

    /// What waits for the promotion of a record of intake, if anything does.
    public Optional<WaitingEnrichment> waiting(Entity entity, long record) {
        return dao.waiting(entity, record);
    }

    /// The same, and the address where they are now; `sent` is false where the same records were there already.
    public record Sent(String batch, String address, long records, long rejected, boolean sent) {
    }

    /// Writes the records of a batch that failed; the file appears only when it is whole.
    /// @throws StewardException of kind REFUSED where there is none, or the file cannot be written
    public Written export(Entity entity, String batch, Path file) {
        return WholeFile.write(file, part -> {
            Content content = content(entity, batch, part, file);
            return new Written(batch, file.toString(), content.records(), content.rejected());
        });
    }

    /// Puts the records of a batch that failed into a store, under a name that says of which batch they are and, by a sum, what they say:
    /// the same records are put there once.
    /// @throws StewardException of kind REFUSED where there is none, or the store does not take them
    public Sent send(Entity entity, String batch, ObjectStore store) {
        return TemporaryFolder.use(folder -> {
            Path file = folder.resolve("records.json");
            Content content = content(entity, batch, file, file);
            String name = "%s.%s.%s%s".formatted(URLEncoder.encode(batch, StandardCharsets.UTF_8), word(entity), content.sum(),
                    StoreImport.ON_THE_WAY_OUT);
            boolean sent = store.put(name, file);
            return new Sent(batch, store.address(name), content.records(), content.rejected(), sent);
        });
    }

    /// @param sum stands for what the records say
    private record Content(long records, long rejected, String sum) {
    }

    private Content content(Entity entity, String batch, Path part, Path file) throws IOException {
        MessageDigest sum = TextFile.newSha256();
        long records = write(entity, batch, part, file, sum);
        long rejected = dao.rejected(entity, batch);
        if (records == 0) {
            throw StewardException.refused("No record of batch %s has failed%s; nothing was written.".formatted(batch,
                    rejected == 0 ? "" : ", but for %s rejected".formatted(Counted.of(rejected, "that was", "that were"))),
                    "`steward status` lists the batches; run rules first where nobody has.");
        }
        return new Content(records, rejected, HexFormat.of().formatHex(sum.digest()).substring(0, SHORT_SUM));
    }

    private long write(Entity entity, String batch, Path part, Path file, MessageDigest sum) throws IOException {
        var json = new JsonMapper();
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE)) {
            ObjectNode head = json.createObjectNode().put("format", FORMAT).put("version", VERSION).put("entity", word(entity))
                    .put("batch", batch).put("exported_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                    .put("exported_by", executor);
            String open = head.toString();
            out.write(open.substring(0, open.length() - 1) + ",\n\"" + RECORDS + "\":[");
            var separator = new Object() {
                private String text = "\n";
            };
            long records = dao.failed(entity, batch, record -> {
                try {
                    out.write(separator.text + record);
                    sum.update((record + "\n").getBytes(StandardCharsets.UTF_8));
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
    /// @param again whether a file that was taken already is written again
    /// @param look only tells what would be done
    /// @param announced how many records would be changed, as was told
    /// @throws StewardException of kind REFUSED where the file is no such file, cannot be read, or the number is another
    public ImportSummary importRecords(Path file, String rules, boolean again, boolean look, OptionalLong announced, UUID request) {
        JsonFile json = json(file);
        ObjectNode head = json.head();
        Entity entity = entity(head, file);
        String batch = batch(head, file);
        var from = new SourceFile(file.getFileName().toString(), TextFile.sha256(file));
        var rows = new EnrichedRows(entity.intake(), imports.longest(entity.intake()),
                imports.longest(entity.sidecar()));
        return FileImport.of(taking -> json.each((record, line) -> rows.read(record, line, taking)),
                records -> dao.importRecords(entity, batch, from, again, records, rules, look, announced, executor, request));
    }

    private static JsonFile json(Path file) {
        return new JsonFile(file, RECORDS);
    }

    private static Entity entity(ObjectNode head, Path file) {
        if (!head.path("format").asString("").equals(FORMAT)) {
            throw StewardException.refused(file.getFileName() + " is no file of enriched records: its “format” is not “" + FORMAT
                    + "”. Nothing was taken.", "Give back the file that was exported, with its fields filled in.");
        }
        boolean known = head.path("version").asInt(0) == VERSION;
        return Stream.of(Entity.values()).filter(e -> known && word(e).equals(head.path("entity").asString(""))).findFirst()
                .orElseThrow(() -> StewardException.refused(file.getFileName() + " is of another version, or of other records than"
                        + " companies or people. Nothing was taken.", "This program reads version " + VERSION + "."));
    }

    private static String batch(ObjectNode head, Path file) {
        String batch = head.path("batch").asString("");
        if (batch.isBlank()) {
            throw StewardException.refused(file.getFileName() + " does not say of which batch its records are. Nothing was taken.",
                    "Leave “batch” as it was exported.");
        }
        return batch;
    }

    private static String word(Entity entity) {
        return entity.name().toLowerCase(Locale.ROOT);
    }
}
