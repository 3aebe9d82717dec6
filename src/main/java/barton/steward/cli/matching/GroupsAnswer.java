package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.TextTable;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Groups of records that may be the same, as scripts see them.
record GroupsAnswer(String batch, long run, Instant foundAt, List<Group> groups) {
    /// @param weakest the pair that holds the group together least
    /// @param open    how many of the pairs nobody decided about
    record Group(List<Member> records, List<Long> pairs, Weakest weakest, int open) {
        static Group of(PairGroup group) {
            return new Group(group.records().stream().map(row -> new Member(row.table().qualifiedName(), row.key(), PairAnswer.text(row)))
                    .toList(), group.pairs().stream().map(MatchPair::id).toList(),
                    new Weakest(group.weakest().id(), group.weakest().score()), group.undecided().size());
        }
    }

    record Member(String table, Object id, String name) {
    }

    record Weakest(long pair, int score) {
    }

    static Answer of(String batch, MatchRun run, List<PairGroup> groups) {
        return Answer.done(new GroupsAnswer(batch, run.id(), run.at(), groups.stream().map(Group::of).toList()), text(groups));
    }

    private static String text(List<PairGroup> groups) {
        if (groups.isEmpty()) {
            return "No group waits for a decision.";
        }
        var table = new TextTable("GROUP", "RECORDS", "WEAKEST", "SCORE", "OPEN");
        int number = 1;
        for (PairGroup group : groups) {
            table.row(number++, group.records().stream().map((Row row) -> PairAnswer.text(row)).collect(Collectors.joining("; ")),
                    group.weakest().id(), group.weakest().score(), group.undecided().size());
        }
        return table.toString();
    }
}
