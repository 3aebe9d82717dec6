package barton.steward.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.cluster.ClusterMethod;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What spellings of one thing have in common, and what is not to meet.
class ClusterKeysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FINGERPRINT|Health Care|  health-care. ", "FINGERPRINT|A & B|A and B", "FINGERPRINT|Sales + Marketing|Marketing and Sales",
        "FINGERPRINT|São Paulo|SAO PAULO", "FINGERPRINT|Straße|STRASSE", "FINGERPRINT|İstanbul|istanbul", "FINGERPRINT|Łódź|Lodz",
        "FINGERPRINT|Tromsø|Tromso", "FINGERPRINT|U.S.A.|USA", "FINGERPRINT|O’Brien|O'Brien", "FINGERPRINT|ＩＴ|it",
        "FINGERPRINT|Αθήνα|ΑΘΗΝΑ", "FINGERPRINT|Королёв|Королев", "FINGERPRINT|New York, New York|new york",
        "FINGERPRINT|Acme™|Acme", "FINGERPRINT|50 %|50%", "FINGERPRINT|Forschung und Entwicklung|Forschung & Entwicklung",
        "FINGERPRINT|ｶﾞｽ|ガス", "FINGERPRINT|Re\u00adtail|Retail\u200b", "FINGERPRINT|Zurich|Zu\u0308rich",
        "NGRAM|Wal-Mart|Walmart", "NGRAM|Health care|Healthcare", "NGRAM|e-Commerce|ecommerce", "NGRAM|A. B. Smith|AB Smith",
        "METAPHONE|Engineering|Enginearing", "METAPHONE|Philadelphia|Filadelfia", "COLOGNE|Müller|Mueller", "COLOGNE|Meier|Mayer",
        "DAITCH_MOKOTOFF|Moskowitz|Moskovitz"})
    void spellingsOfOneThingMeet(ClusterMethod method, String one, String other) {
        UnaryOperator<String> key = ClusterKeys.of(method);
        assertThat(key.apply(one)).isEqualTo(key.apply(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ward 1|Ward 2", "C++|C", "C++|C#", "ガス|カス", "ハ|バ", "май|маи", "Level 1 of 2|Level 2 of 1",
        "11-50|50-11", "10+|10", "1.5|15", "1.5|5.1", "$1M|€1M", "50 %|50", "<10|>10", "24/7|7/24", "10²|102", "कि|की", "株式会社|有限会社",
        "HR|HQ", "A|B", "-5|5", "???|---", "IT|AT"})
    void whatIsNotTheSameThingDoesNotMeetByAnyMethod(String one, String other) {
        for (ClusterMethod method : List.of(ClusterMethod.FINGERPRINT, ClusterMethod.NGRAM, ClusterMethod.METAPHONE, ClusterMethod.COLOGNE,
                ClusterMethod.DAITCH_MOKOTOFF)) {
            assertThat(ClusterKeys.of(method).apply(one)).as(method.name()).isNotEqualTo(ClusterKeys.of(method).apply(other));
        }
    }

    /// Values of letters of many scripts, digits, punctuation and what cannot be seen.
    @ParameterizedTest
    @EnumSource(names = {"FINGERPRINT", "NGRAM", "METAPHONE", "COLOGNE", "DAITCH_MOKOTOFF"})
    void caseAndBlanksNeverMatterAndNumbersAlwaysDo(ClusterMethod method) {
        UnaryOperator<String> key = ClusterKeys.of(method);
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            String value = value(random);
            assertThat(key.apply("  " + value + "\u00a0")).as(value).isEqualTo(key.apply(value).isEmpty() ? "" : keyOf(key, value));
            assertThat(key.apply(value + " 17")).as(value).isNotEqualTo(key.apply(value + " 18"));
        }
    }

    @Test
    void aFingerprintIsItsOwnFingerprint() {
        var random = new Random(8);
        for (int i = 0; i < 3000; i++) {
            String value = value(random);
            String key = ClusterKeys.fingerprint(value);
            if (!Words.of(value).isEmpty()) {
                assertThat(ClusterKeys.fingerprint(key)).as(value).isEqualTo(key);
            }
        }
    }

    private static String keyOf(UnaryOperator<String> key, String value) {
        return Words.of(value).isEmpty() ? "  " + value + "\u00a0" : key.apply(value);
    }

    private static String value(Random random) {
        String letters = "abcdefgXYZäéßøłİışñ 0123456789 &+-.,'’/#%$()ガスカ株会иЙёΑάςकिא\u00ad\u200b\u3000";
        int[] all = letters.codePoints().toArray();
        return random.ints(1 + random.nextInt(12), 0, all.length).mapToObj(n -> Character.toString(all[n])).collect(Collectors.joining());
    }
}
