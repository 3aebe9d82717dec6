package barton.steward.service.intake;

import barton.steward.model.intake.Countries;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text says as a phone number: nothing, a number as E.164 (with its extension, or blank), or nothing that can be read.
public sealed interface PhoneNumber {
    record None() implements PhoneNumber {
    }

    record Value(String e164, String extension) implements PhoneNumber {
    }

    record Unreadable() implements PhoneNumber {
    }

    int LONGEST = 100;
    /// What is around a number and says nothing, and what it may be called in front.
    Pattern AROUND = Pattern.compile("^[\\s'\"=`´‘’“”]+|[\\s'\"`´‘’“”;,.]+$");
    Pattern CALLED = Pattern.compile("(?i)^(?:(?:tel|telephone|phone|ph|mobile|cell|office|work|direct|main)[\\s.:]+|[tmpdo]:\\s*|tel:)");
    Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:;\\s*(?:ext|isub|phone-context)=.*"
            + "|(?:x|ext|extn|extension|poste|durchwahl|ramal|anexo)\\s*[.:]?\\s*[0-9]{1,7}|#\\s*[0-9]{1,7})\\s*$");
    Pattern SIGNS = Pattern.compile("\\+?[0-9\\s().\\-/\\[\\]]+");
    Pattern LETTERS = Pattern.compile("\\+?[0-9\\s().-]*[0-9]{3}[\\s().-]*(?=(?:[0-9\\s.-]*[A-Za-z]){3})[A-Za-z0-9.\\s-]{7,16}");
    /// Plans whose numbers are dialled with digits that they do not have: 15 in Argentina, carriers in Brazil, 1 in Mexico.
    int MOST_DIALLED = 5;
    Set<String> REWRITING = Set.of("AR", "BR", "MX");

    /// @param region the two letters of the country where the number is; [Countries#UNKNOWN] where that is not known, so that only a
    /// number that names its country is one
    static PhoneNumber read(String text, String region) {
        if (text == null || text.isBlank()) {
            return new None();
        }
        if (text.length() > LONGEST) {
            return new Unreadable();
        }
        String written = CALLED.matcher(around(withDigits(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("[\\p{Cf}\\p{Cc}]", "").replaceAll("[\\p{Pd}\\u2212]", "-").replaceAll("\\p{Z}", " "))).replaceFirst("");
        String number = EXTENSION.matcher(written).replaceFirst("");
        String extension = number.length() == written.length() ? ""
                : written.substring(number.length()).replaceAll("[^0-9]", "");
        String digits = SIGNS.matcher(number).matches() ? number
                : LETTERS.matcher(number).matches() ? PhoneNumberUtil.convertAlphaCharactersInNumber(number) : "";
        return digits.isEmpty() ? new Unreadable()
                : parsed(digits, region).or(() -> fromAbroad(digits, region)).<PhoneNumber>map(e164 -> new Value(e164, extension))
                        .orElseGet(Unreadable::new);
    }

    /// With the digits of every script as those of ASCII.
    private static String withDigits(String text) {
        return text.codePoints().map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String around(String text) {
        return AROUND.matcher(text.strip()).replaceAll("");
    }

    /// As one dials abroad, 00 and from North America 011, wherever that is written.
    private static Optional<String> fromAbroad(String digits, String region) {
        String plain = digits.replaceAll("[^0-9+]", "");
        String rest = plain.startsWith("011") ? plain.substring(3) : plain.startsWith("00") ? plain.substring(2) : "";
        return rest.length() < 8 || rest.startsWith("0") ? Optional.empty() : parsed("+" + rest, region);
    }

    private static Optional<String> parsed(String digits, String region) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = util.parse(digits, Countries.UNKNOWN.equals(region) ? "ZZ" : region);
            return util.isValidNumber(number) && saysAll(util, digits, number, region)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// Whether the number has every digit that is written but those by which it is dialled: what fits a plan only without some is none.
    private static boolean saysAll(PhoneNumberUtil util, String written, Phonenumber.PhoneNumber number, String region) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(written);
        String own = util.getNationalSignificantNumber(number);
        if (REWRITING.contains(util.getRegionCodeForNumber(number)) && digits.length() - own.length() <= MOST_DIALLED) {
            return true;
        }
        if (!digits.endsWith(own)) {
            return false;
        }
        String front = digits.substring(0, digits.length() - own.length());
        String of = Objects.requireNonNullElse(util.getRegionCodeForNumber(number), region);
        String trunk = util.getSupportedRegions().contains(of) ? Objects.requireNonNullElse(util.getNddPrefixForRegion(of, true), "") : "";
        String code = Integer.toString(number.getCountryCode());
        return front.isEmpty() || front.equals(trunk)
                || front.matches("(?:00|011|0011|010)?" + code + "(?:0|" + Pattern.quote(trunk) + ")?");
    }
}
