package barton.steward.bench;

import barton.steward.catalog.Entity;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.matching.MatchRun;

/// Looking for the companies of a batch among ten times as many of master, which has every tenth of them in another spelling.
final class MatchMeasures {
    private final BenchHome home;
    private final BenchData data;
    private final Report report;

    MatchMeasures(BenchHome home, BenchData data, Report report) {
        this.home = home;
        this.data = data;
        this.report = report;
    }

    /// @param rows of master
    void run(long rows) throws Exception {
        long leads = rows / 10;
        data.loadOneBatch(rows);
        home.session().promotion().promote(Entity.COMPANY, BenchData.ONE_BATCH, IncludeEnrichment.NOTHING);
        data.loadLeads(leads, rows);
        double ours = Timing.time(() -> home.settle("marketing.company_master"), () -> find(leads, rows));
        if (rows == Measure.MATCHES.rows) {
            report.add(Measure.MATCHES, ours, Double.NaN);
        }
        report.grows("look for a tenth as many rows among all of master", rows, ours);
        home.execute("TRUNCATE shq.match_run RESTART IDENTITY CASCADE");
        data.forgetPromotions();
    }

    private void find(long leads, long master) {
        MatchRun run = home.session().matching().find(BenchData.ONE_BATCH, false);
        if (run.compared() != leads || run.comparedWith() != master || run.candidates() < leads / 20) {
            throw new IllegalStateException("not found what is there: " + run);
        }
    }
}
