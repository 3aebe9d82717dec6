package barton.steward.model.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How names of companies are told apart and found, by kinds of differences.
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

    private static Object[] folded(String name) {
        return Traits.COMPANIES.fold(new Told().with(Said.NAME, name));
    }
}
