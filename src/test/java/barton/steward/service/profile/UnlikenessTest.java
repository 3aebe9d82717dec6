package barton.steward.service.profile;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.Profile;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.Unlike.Kind;
import barton.steward.model.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In what a batch is unlike the batches before it.
class UnlikenessTest {
    private static final List<String> CITIES = List.of("Charleston", "Huntington", "Morgantown", "Wheeling", "Beckley", "Fairmont");

    @ParameterizedTest
    @CsvSource({"500,190,500,10", "60,23,300,6", "500,490,500,10", "100000,10000,100000,2000", "40,0,400,380"})
    void aShareThatIsAnotherIsToldFromTheSecondBatchOn(int rows, int empty, int rowsBefore, int emptyBefore) {
        List<Unlike> unlike = Unlikeness.of(new Profile(rows, List.of(website(rows, empty))),
                List.of(new Profile(rowsBefore, List.of(website(rowsBefore, emptyBefore)))));

        assertThat(unlike).containsExactly(new Unlike(Kind.EMPTY, "website", null, (double) empty / rows,
                (double) emptyBefore / rowsBefore));
    }

    @ParameterizedTest
    @CsvSource({"8,3,500,10", "500,20,500,10", "1000000,25000,1000000,20000", "20,3,20,1", "500,10,0,0"})
    void whatIsSmallOrMayBeChanceIsNot(int rows, int empty, int rowsBefore, int emptyBefore) {
        assertThat(Unlikeness.of(new Profile(rows, List.of(website(rows, empty))),
                List.of(new Profile(rowsBefore, List.of(website(rowsBefore, emptyBefore)))))).isEmpty();
    }

    /// Batches of one source, of which each column's share of empty rows wanders between batches as it does in life.
    @Test
    void ordinaryVariationDoesNotAlarm() {
        var random = new Random(20261130);
        int batches = 0;
        int alarms = 0;
        for (int source = 0; source < 120; source++) {
            double[] shares = random.doubles(15, 0.01, 0.9).toArray();
            double spread = random.nextDouble(0.02, 0.12);
            List<Profile> earlier = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int rows = 60 + random.nextInt(3000);
                var columns = new ArrayList<ColumnProfile>();
                for (int c = 0; c < shares.length; c++) {
                    double angle = Math.clamp(2 * Math.asin(Math.sqrt(shares[c])) + spread * random.nextGaussian(), 0, Math.PI);
                    double share = Math.pow(Math.sin(angle / 2), 2);
                    columns.add(column("c" + c, rows, (int) IntStream.range(0, rows).filter(r -> random.nextDouble() < share).count()));
                }
                Profile now = new Profile(rows, columns);
                if (!earlier.isEmpty()) {
                    batches++;
                    alarms += Unlikeness.of(now, earlier).isEmpty() ? 0 : 1;
                }
                earlier.addFirst(now);
            }
        }
        assertThat(alarms).as("alarms for %d ordinary batches", batches).isLessThan(batches * 6 / 100);
    }

    @Test
    void swappedColumnsAreNamedTogetherAndAlone() {
        Profile before = new Profile(300, List.of(states("company_state", 300), cities("company_city", 300), website(300, 6)));
        Profile now = new Profile(200, List.of(cities("company_state", 200), states("company_city", 200), website(200, 4)));

        assertThat(Unlikeness.of(now, List.of(before))).singleElement()
                .matches(u -> u.kind() == Kind.SWAPPED && u.column().equals("company_state") && u.what().equals("company_city"));
        assertThat(Unlikeness.of(before, List.of(now, now))).hasSize(1);
        assertThat(Unlikeness.of(now, List.of(now, before, now, before))).extracting(Unlike::kind).doesNotContain(Kind.SWAPPED);
    }

    @Test
    void aColumnThatIsWrittenInAnotherWayIsTold() {
        Profile before = new Profile(300, List.of(phones(300, "999-999-9999")));
        Profile now = new Profile(200, List.of(phones(200, "9999999999")));

        assertThat(Unlikeness.of(now, List.of(before))).extracting(Unlike::kind, Unlike::column, Unlike::now, Unlike::before)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.SHAPE, "company_phone", 1.0, 0.0));
    }

    @Test
    void anotherValueInEachBatchIsAsEverAndOneThatFillsAColumnOnlyNowIsNot() {
        Profile virginia = new Profile(300, List.of(states("company_state", 300, "West Virginia"), cities("company_city", 300)));
        Profile ohio = new Profile(300, List.of(states("company_state", 300, "Ohio"), cities("company_city", 300)));
        Profile filled = new Profile(300, List.of(states("company_state", 300, "Ohio"), states("company_city", 300, "Columbus")));

        assertThat(Unlikeness.of(ohio, List.of(virginia))).isEmpty();
        assertThat(Unlikeness.of(filled, List.of(ohio, virginia))).singleElement()
                .matches(u -> u.kind() == Kind.VALUE && u.column().equals("company_city") && "Columbus".equals(u.what()));
    }

    private static ColumnProfile website(long rows, long empty) {
        return column("website", rows, empty);
    }

    private static ColumnProfile column(String name, long rows, long empty) {
        return of(name, rows - empty, empty, List.of(new ValueCount("a", Math.min(1, rows - empty))),
                List.of(new ValueCount("aaaa", rows - empty)));
    }

    private static ColumnProfile states(String name, long rows) {
        return states(name, rows, "West Virginia");
    }

    private static ColumnProfile states(String name, long rows, String state) {
        return of(name, rows, 0, List.of(new ValueCount(state, rows)), List.of(new ValueCount(state.contains(" ") ? "Aaaa Aaaa" : "Aaaa",
                rows)));
    }

    private static ColumnProfile cities(String name, long rows) {
        return of(name, rows, 0, CITIES.stream().map(c -> new ValueCount(c, rows / CITIES.size())).toList(),
                List.of(new ValueCount("Aaaa", rows)));
    }

    private static ColumnProfile phones(long rows, String shape) {
        return of("company_phone", rows, 0, List.of(new ValueCount("1", 1)), List.of(new ValueCount(shape, rows)));
    }

    private static ColumnProfile of(String name, long fine, long empty, List<ValueCount> values, List<ValueCount> shapes) {
        return new ColumnProfile(name, fine, 0, 0, empty, values.size(), null, null, values, shapes, List.of(), List.of(), List.of());
    }
}
