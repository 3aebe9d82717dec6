package barton.steward.model.likeness;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Where a record is: postcode, city, state and country are one piece of evidence, for they come together.
record PlaceTrait(String name) implements Trait {
    static final int POSTCODE = 0;
    static final int CITY = 1;
    static final int CITY_ONLY = 2;
    static final int NEAR = 3;
    static final int STATE = 4;
    static final int OTHER_CITY = 5;
    static final int OTHER_STATE = 6;
    static final int OTHER_COUNTRY = 7;
    /// Companies of one city are alike in their names as well, and records are looked for by both: its chance tells less than it seems to.
    private static final double CITY_TELLS = 0.6;

    /// Each null where it is not known.
    record Place(String postcode, String city, String state, String country) {
    }

    @Override
    public Object fold(Told record) {
        var place = new Place(postcode(record.said(Said.POSTCODE)), city(record.said(Said.CITY)), record.state(),
                record.country());
        return place.postcode == null && place.city == null && place.state == null && place.country == null ? null : place;
    }

    private static String postcode(String text) {
        if (text == null) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        code = code.matches("[0-9]{9}") ? code.substring(0, 5) : code;
        return code.length() < 3 ? null : code;
    }

    private static String city(String text) {
        if (text == null) {
            return null;
        }
        String city = Letters.withoutUmlauts(Letters.fold(text)).replaceFirst("^(?:saint|sankt) ", "st ").replaceFirst("^fort ", "ft ")
                .replaceFirst("^mount ", "mt ").replaceFirst("^(?:city|town|village) of ", "").replaceFirst(" city$", "");
        return city.isEmpty() ? null : city;
    }

    @Override
    public List<String> values(Object folded) {
        var place = (Place) folded;
        return Stream.of(value("postcode ", place.postcode), value("city ", place.city), value("state ", place.state))
                .filter(Objects::nonNull).toList();
    }

    private static String value(String kind, String value) {
        return value == null ? null : kind + value;
    }

    @Override
    public List<String> areas(Object folded) {
        var place = (Place) folded;
        return Stream.of(place.postcode, place.city).filter(Objects::nonNull).toList();
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies f) {
        var a = (Place) one;
        var b = (Place) other;
        boolean otherCountry = differ(a.country, b.country);
        boolean otherState = differ(a.state, b.state) && !otherCountry;
        if (a.postcode != null && a.postcode.equals(b.postcode) && !otherCountry) {
            return new Agreement(POSTCODE, f.bits("postcode ", a.postcode, 0, 1 / 5000.0));
        }
        if (otherCountry) {
            return Agreement.at(OTHER_COUNTRY);
        }
        if (a.city != null && a.city.equals(b.city) && !otherState) {
            return new Agreement(differ(a.postcode, b.postcode) ? CITY_ONLY : CITY, CITY_TELLS * f.bits("city ", a.city, 0, 1 / 1000.0));
        }
        if (otherState) {
            return Agreement.at(OTHER_STATE);
        }
        if (a.city != null && b.city != null) {
            return isNear(a.city, b.city) ? new Agreement(NEAR, f.bits("city ", a.city, 0, 1 / 500.0)) : Agreement.at(OTHER_CITY);
        }
        if (differ(a.postcode, b.postcode)) {
            return Agreement.at(OTHER_CITY);
        }
        return a.state != null && a.state.equals(b.state) ? new Agreement(STATE, f.bits("state ", a.state, 0, 1 / 60.0)) : null;
    }

    private static boolean isNear(String a, String b) {
        return Distance.isSlip(a, b) || (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ")
                || lastWord(a).equals(lastWord(b)) && a.charAt(0) == b.charAt(0) && Math.min(a.length(), b.length()) > 5;
    }

    private static String lastWord(String city) {
        return city.substring(city.lastIndexOf(' ') + 1);
    }

    private static boolean differ(String a, String b) {
        return a != null && b != null && !a.equals(b);
    }
}
