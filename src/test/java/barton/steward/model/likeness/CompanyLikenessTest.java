package barton.steward.model.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.MadeCompanies;
import barton.steward.support.MadeCompanies.Made;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How companies are told apart and found, by kinds of differences and on made ones that the weights were not fitted on.
class CompanyLikenessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Quillfeather GmbH|Quillfeather Gesellschaft mit beschränkter Haftung|another spelling",
        "QuillfeatherAG|Quillfeather AG|same name",
        "O & O|O and O|same name",
        "Van der Quill Corp|Vanderquill Corporation|another spelling",
        "U.S. Department of Quills|United States Department of Quills|same name",
        "Quill Deutschland|Quill Germany|another spelling",
        "Zebrowski Glass|Glass Zebrowski|in another order",
        "Shelbrook plc|Schelbrook plc|differ in a letter",
        "Filipsen Bakery|Philippsen Bakery|differ in a letter",
        "Zebrowski Fund III|Zebrowski Fund IV|another number or country",
        "Zebrowski Spain|Zebrowski Ireland|another number or country",
        "Zebrowski Solutions II|Zebrowski Solutions|says much more",
        "International Quill Makers|IQM|initials",
        "Zebrowski Glass|Zebrowski Glass Group|a little more",
        "Zebrowski Glass|Orchard Dairy|other names"})
    void namesAgreeInKinds(String one, String other, String words) {
        Matcher matcher = new Learning(Traits.COMPANIES).learn(List.of(), 1000, 1);

        assertThat(matcher.reasons(folded(one), folded(other)).getFirst().words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"Shell, Schell", "Chevron, Chevon", "Sencora, Cencora", "Citgo, Citgoo", "QuillAG, Quill AG", "Gasprom, Gazprom",
        "Filips Lamps, Philips Lamp Works", "Harbor Light Zebrowski, Lights of Harbour Zebrovsky", "Appel, Apple"})
    void namesWithASlipHaveAKeyInCommon(String one, String other) {
        int[] keys = Traits.COMPANIES.keys(folded(other));

        assertThat(Arrays.stream(Traits.COMPANIES.keys(folded(one))).anyMatch(key -> Arrays.stream(keys).anyMatch(k -> k == key))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {2026, 7})
    void madeCompaniesWithErrorsAreFoundAndFewOfTheirBranches(long seed) {
        List<Made> companies = MadeCompanies.of(seed, 1500);
        List<Object[]> folded = companies.stream().map(made -> Traits.COMPANIES.fold(told(made))).toList();

        assertThat(LikenessTrial.f1(Traits.COMPANIES, folded, companies.stream().mapToInt(Made::company).toArray())).isGreaterThan(0.94);
    }

    private static Told told(Made made) {
        return new Told().with(Said.NAME, made.name()).with(Said.STREET, made.street()).with(Said.CITY, made.city())
                .with(Said.STATE, made.state()).with(Said.POSTCODE, made.zip()).with(Said.PHONE, made.phone());
    }

    private static Object[] folded(String name) {
        return Traits.COMPANIES.fold(new Told().with(Said.NAME, name));
    }
}
