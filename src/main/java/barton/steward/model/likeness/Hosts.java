package barton.steward.model.likeness;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What web addresses and numbers of registers tell.
final class Hosts {
    private static final Pattern HOST = Pattern.compile("^(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?(?:www[0-9]?\\.)?([^/:?#\\s]+)");
    private static final Pattern PAGE = Pattern.compile(
            "^(?:[a-z]+://)?[^/]*/(?:@|company/|in/|pub/|school/|showcase/|pages/|pg/|#!/|people/)*([^?#]+)");
    /// Where many have a page.
    private static final Set<String> COMMON = Set.of("example.com", "example.org", "example.net", "facebook.com", "linkedin.com",
            "twitter.com", "x.com",
            "instagram.com", "youtube.com", "sites.google.com", "google.com", "yelp.com", "linktr.ee", "bit.ly", "wixsite.com",
                    "wordpress.com",
            "blogspot.com", "weebly.com", "business.site", "squarespace.com", "godaddysites.com", "github.io", "tripadvisor.com",
            "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "etsy.com", "amazon.com", "ebay.com", "yellowpages.com");
    private static final Set<String> BELOW = Set.of("co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "gv",
            "govt",
            "ltd", "plc", "nhs", "sch", "me", "in", "ind", "firm", "nom");

    private Hosts() {
    }

    /// The part of a host that somebody registered; null where it is nobody's in particular.
    static String own(String website) {
        Matcher host = HOST.matcher(website.strip().toLowerCase(Locale.ROOT));
        if (!host.find() || host.group(1).indexOf('.') < 1) {
            return null;
        }
        String[] labels = ascii(host.group(1)).split("\\.");
        int n = labels.length;
        if (n < 2 || n == 4 && labels[n - 1].chars().allMatch(Character::isDigit)) {
            return null;
        }
        boolean second = n > 2 && labels[n - 1].length() == 2 && BELOW.contains(labels[n - 2]);
        String own = String.join(".", java.util.Arrays.copyOfRange(labels, n - (second ? 3 : 2), n));
        return COMMON.contains(own) || own.equals("co.uk") ? null : own;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host.replaceFirst("\\.+$", ""));
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    /// A page of a network by its name there; null where none is named.
    static String page(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        Matcher page = PAGE.matcher(text);
        String name = page.find() ? page.group(1) : text.indexOf('.') < 0 ? text.replaceFirst("^@", "") : "";
        name = name.replaceFirst("/+$", "");
        int slash = name.indexOf('/');
        name = slash > 0 ? name.substring(0, slash) : name;
        return name.length() < 2 ? null : name;
    }

    /// The digits and letters of a number in a register; null where it is a placeholder.
    static String number(String text) {
        String number = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return number.length() < 6 || number.chars().distinct().count() == 1 ? null : number;
    }
}
