package barton.steward.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {
    private static final String MARKS = " ()-./+";

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "(304) 555-0123, US, +13045550123", "304.555.0123 ext. 12, US, +13045550123", "304-555-0123 x5, US, +13045550123",
        "304-555-0123#12, US, +13045550123", "3045550123;ext=12, US, +13045550123", "tel:+1-304-555-0123, US, +13045550123",
        "T: 304-555-0123, US, +13045550123", "Phone. 304-555-0123, US, +13045550123", "'''3045550123', US, +13045550123",
        "'=\"3045550123\"', US, +13045550123", "３０４５５５０１２３, US, +13045550123", "（304）555‐0123, US, +13045550123",
        "\u202a+1 304 555 0123\u202c, US, +13045550123", "304\u00a0555\u20110123, US, +13045550123", "1-800-FLOWERS, US, +18003569377",
        "011 44 20 7946 0958, US, +442079460958", "+44 (0)20 7946 0958, US, +442079460958", "0044 20 7946 0958, US, +442079460958",
        "0044 20 7946 0958, DE, +442079460958", "(0)20 7946 0958, GB, +442079460958", "55 1234 5678, MX, +525512345678",
        "55 1234 5678, US, +15512345678", "030 901820, DE, +4930901820", "+49 (0)30 901820, ?, +4930901820",
        "06 698 12345, IT, +390669812345", "03-1234-5678, JP, +81312345678", "8 495 123-45-67, RU, +74951234567",
        "٠٣٠ ٩٠١٨٢٠, DE, +4930901820"})
    void aNumberIsReadByTheCountryOfItsRecord(String text, String region, String e164) {
        assertThat(PhoneNumber.read(text, region)).isInstanceOfSatisfying(PhoneNumber.Value.class, v ->
                assertThat(v.e164()).isEqualTo(e164));
    }

    @ParameterizedTest
    @CsvSource({"(304) 555-0123, ?", "30 901820, ?", "555-0123, US", "004 555 0123, US", "call us, US", "1.23E+11, US",
        "304-555-0123 / 304-555-0124, US", "304 555 0123 or 0124, US", "3045550123123, US", "+1 304 555 01234, US", "N/A, US",
        "+1 104 555 0123, US", "99 304 555 0123, US", "12, DE", "call me at 304 555 0123, US", "++13045550123, US"})
    void whatIsNoWholeNumberOfThatCountryIsNone(String text, String region) {
        assertThat(PhoneNumber.read(text, region)).isEqualTo(new PhoneNumber.Unreadable());
    }

    @Test
    void anExtensionIsTold() {
        assertThat(PhoneNumber.read("(304) 555-0123 ext. 12", "US")).isEqualTo(new PhoneNumber.Value("+13045550123", "12"));
    }

    /// Only what itself says how it is dialled from abroad can be of another country.
    @Test
    void noInputMakesAnotherCountrysNumber() {
        var random = new Random(15);
        var util = PhoneNumberUtil.getInstance();
        for (int i = 0; i < 20_000; i++) {
            String region = List.of("US", "MX", "DE", "GB", "FR", "IT", "JP", "BR", "IN", "AU", "?").get(random.nextInt(11));
            String text = written(random);
            if (PhoneNumber.read(text, region) instanceof PhoneNumber.Value(String e164, String _)) {
                String plain = text.replaceAll("[^0-9+]", "");
                boolean abroad = plain.startsWith("+") || plain.startsWith("00") || plain.startsWith("011");
                assertThat(abroad || e164.startsWith("+" + util.getCountryCodeForRegion(region))).as("%s in %s", text, region).isTrue();
                assertThat(PhoneNumber.read(e164, region)).as("%s in %s", text, region).isEqualTo(new PhoneNumber.Value(e164, ""));
            }
        }
    }

    private static String written(Random random) {
        var text = new StringBuilder();
        for (int digits = 6 + random.nextInt(8); digits > 0; digits--) {
            text.append((char) ('0' + random.nextInt(10)));
            if (random.nextInt(4) == 0) {
                text.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
        }
        return random.nextInt(4) == 0 ? "+" + text : text.toString();
    }
}
