package barton.steward.service.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a text says as a phone number: nothing, a number as E.164 (with its extension, or blank), or nothing that can be read.
sealed interface PhoneNumber {
    record None() implements PhoneNumber {
    }

    record Value(String e164, String extension) implements PhoneNumber {
    }

    record Unreadable() implements PhoneNumber {
    }

    String HOME = "US";
    int LONGEST = 100;

    /// @param country where the number is, by name or code; of the US where it is blank or unknown
    static PhoneNumber read(String text, String country) {
        if (text == null || text.isBlank()) {
            return new None();
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = text.length() > LONGEST ? null : util.parse(text, Regions.of(country));
            return number != null && util.isValidNumber(number)
                    ? new Value(util.format(number, PhoneNumberFormat.E164), number.getExtension()) : new Unreadable();
        } catch (NumberParseException e) {
            return new Unreadable();
        }
    }

    /// The regions of countries, by their codes and English names.
    final class Regions {
        private static final Map<String, String> BY_NAME = byName();

        private Regions() {
        }

        private static Map<String, String> byName() {
            var regions = new HashMap<String, String>();
            for (String code : Locale.getISOCountries()) {
                var country = Locale.of("", code);
                regions.put(plain(code), code);
                regions.put(plain(country.getISO3Country()), code);
                regions.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            }
            Arrays.asList("unitedstatesofamerica", "america").forEach(name -> regions.put(name, HOME));
            Arrays.asList("uk", "greatbritain", "england", "scotland", "wales").forEach(name -> regions.put(name, "GB"));
            return Map.copyOf(regions);
        }

        private static String of(String country) {
            return country == null ? HOME : BY_NAME.getOrDefault(plain(country), HOME);
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        }
    }
}
