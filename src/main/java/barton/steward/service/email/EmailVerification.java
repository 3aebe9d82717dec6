package barton.steward.service.email;

import barton.steward.catalog.EmailLimits;
import barton.steward.dao.email.EmailDao;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailCheckPreview;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.model.email.EmailChoice;
import barton.steward.model.email.EmailFinding;
import barton.steward.model.email.EmailQueue;
import barton.steward.model.email.EmailResult;
import barton.steward.model.file.FileOptions;
import barton.steward.model.file.FilePreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.service.change.BulkChange;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// Whether the e-mail addresses of people are verified: by hand, or by the results of verification services from their files.
public final class EmailVerification {
    private static final int SHOWN_ROWS = 20;
    private static final int PROGRESS_EVERY = 2_000;
    private static final int MOST_WORDS = 100;

    private final EmailDao dao;
    private final String executor;

    public EmailVerification(EmailDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Marks addresses verified by hand, or not.
    public BulkChange verify(boolean verified) {
        return new BulkChange(people -> dao.toVerify(people, verified),
                (people, announced, request) -> dao.verify(people, verified, executor, announced, request));
    }

    /// What was last said of the address that a person has now.
    public Optional<EmailFinding> latest(String person) {
        return dao.latest(person);
    }

    /// Who waits for a verification service.
    /// @param most  how many addresses are told at most
    /// @param known addresses in lower case that are left out
    /// @throws StewardException of kind REFUSED where nobody in master came from the batch
    public EmailQueue queue(EmailChoice choice, int most, Set<String> known) {
        return dao.queue(choice, most, known);
    }

    public EmailLimits limits() {
        return dao.limits();
    }

    /// Sets the limits for the whole team.
    public void set(EmailLimits limits) {
        dao.set(limits, executor);
    }

    /// Reads the beginning of a file and recognises how it is written, whose it is and which headers give what.
    /// @param service the service, where the steward knows it; blank to recognise it
    /// @throws StewardException of kind REFUSED where the file cannot be read
    public EmailCheckPreview preview(Path file, FileOptions options, String service) {
        FilePreview preview = TableFile.open(file, options, VerificationService::knows).preview(SHOWN_ROWS);
        VerificationService known = service.isBlank() ? VerificationService.recognise(preview.header())
                : VerificationService.named(service);
        return new EmailCheckPreview(preview, known.mapping(preview.header()),
                known == VerificationService.OTHER ? service.strip() : known.title());
    }

    /// What taking the file would do now.
    /// @throws StewardException of kind REFUSED where the plan does not fit the file
    public EmailCheckReport count(EmailCheckPlan plan) {
        var pass = new Pass(plan);
        EmailCheckCounts counts = dao.countResults(pass::produce);
        return new EmailCheckReport(plan.service(), counts, null, pass.refused, List.copyOf(pass.refusals),
                dao.earlier(pass.from.sha256()), pass.unclear);
    }

    /// Takes the file, as a request of its own.
    public EmailCheckReport run(EmailCheckPlan plan, long announced) {
        return run(plan, announced, UUID.randomUUID());
    }

    /// Takes the file, in one transaction.
    /// @param announced how many people it was said to change
    /// @throws StewardException of kind REFUSED where the plan does not fit the file, another number of people would change, or the file
    /// was taken before
    public EmailCheckReport run(EmailCheckPlan plan, long announced, UUID request) {
        var pass = new Pass(plan);
        EmailDao.Imported taken = dao.importResults(plan.service(), pass.from, plan.again(), pass::produce, executor, announced, request);
        if (!pass.read) {
            pass.produce(result -> { });
        }
        return new EmailCheckReport(taken.service(), taken.counts(), taken.actionId(), pass.refused, List.copyOf(pass.refusals),
                Optional.empty(), pass.unclear);
    }

    /// One run through a file; it begins anew where the transaction does.
    private static final class Pass {
        private final TableFile table;
        private final SourceFile from;
        private final EmailRows rows;
        private final List<Refusal> refusals = new ArrayList<>();
        private final Map<String, Long> unclear = new TreeMap<>();
        private long refused;
        private boolean read;

        private Pass(EmailCheckPlan plan) {
            if (plan.service().isBlank()) {
                throw StewardException.refused("It is not known which service the file is from; nothing was taken.",
                        "Name the service: each result is kept under its name.");
            }
            this.table = TableFile.open(plan.file(), plan.reading(), VerificationService::knows);
            this.from = new SourceFile(table.name(), table.sha256());
            this.rows = new EmailRows(plan, table.format().header());
            if (rows.isUnknownScale()) {
                try (TableRows file = table.rows()) {
                    for (FileRow row = file.next(); row != null; row = file.next()) {
                        rows.look(row);
                    }
                }
            }
        }

        private void produce(Consumer<EmailResult> sink) {
            read = true;
            refusals.clear();
            refused = 0;
            unclear.clear();
            try (TableRows file = table.rows()) {
                long done = 0;
                for (FileRow row = file.next(); row != null; row = file.next()) {
                    switch (rows.convert(row)) {
                        case EmailRows.Result.Converted(EmailResult said, boolean understood) -> {
                            sink.accept(said);
                            if (!understood && (unclear.size() < MOST_WORDS || unclear.containsKey(said.result()))) {
                                unclear.merge(said.result(), 1L, Long::sum);
                            }
                        }
                        case EmailRows.Result.Refused(Refusal why) -> refuse(why);
                    }
                    if (++done % PROGRESS_EVERY == 0) {
                        Work.progress(done);
                    }
                }
                Work.progress(done);
            }
        }

        private void refuse(Refusal why) {
            refused++;
            if (refusals.size() < ImportReport.MOST_REFUSALS) {
                refusals.add(why);
            }
        }
    }
}
