package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// E-mail addresses; a record may have several, of which the two most alike count.
record EmailTrait(String name, double floor) implements Trait {
    static final int SAME = 0;
    static final int BOX = 1;
    static final int LETTERS = 2;
    static final int USER = 3;
    static final int HOST = 4;
    static final int OTHER = 5;
    private static final Set<String> BOXES = PeopleWords.of("box");
    private static final Set<String> EVERYBODY = PeopleWords.of("everybody");
    /// Where dots within the address do not count.
    private static final Set<String> UNDOTTED = Set.of("gmail.com", "googlemail.com");
    private static final int LEAST = 5;

    /// @param user before the @, without what stands behind a plus
    /// @param box  whether several people read it
    record Address(String user, String host, boolean box) {
        String text() {
            return user + "@" + host;
        }

        boolean isOwn() {
            return !EVERYBODY.contains(host);
        }
    }

    @Override
    public Object fold(Told record) {
        String text = record.said(Said.EMAIL);
        if (text == null) {
            return null;
        }
        var addresses = new LinkedHashSet<Address>();
        for (String part : text.toLowerCase(Locale.ROOT).replace("mailto:", " ").split("[\\s\\h,;<>()\"'|]+")) {
            int at = part.indexOf('@');
            if (at > 0 && at == part.lastIndexOf('@') && part.indexOf('.', at) > at + 1) {
                addresses.add(address(part.substring(0, at), part.substring(at + 1).replaceFirst("[?/].*$", "")
                        .replaceFirst("\\.+$", "")));
            }
        }
        return addresses.isEmpty() ? null : List.copyOf(addresses);
    }

    private static Address address(String said, String host) {
        int plus = said.indexOf('+', 1);
        String user = plus > 0 ? said.substring(0, plus) : said;
        String plain = host.equals("googlemail.com") ? "gmail.com" : host;
        return new Address(UNDOTTED.contains(host) ? user.replace(".", "") : user, plain, BOXES.contains(user)
                || BOXES.contains(user.replaceAll("[^a-z]", "")));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> values(Object folded) {
        return ((List<Address>) folded).stream().flatMap(address -> Stream.of(name + address.text(), "host " + address.host())).distinct()
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> keys(Object folded) {
        var keys = new ArrayList<String>();
        for (Address address : (List<Address>) folded) {
            keys.add(address.text());
            if (!address.box() && letters(address.user()).length() >= LEAST) {
                keys.add("user " + letters(address.user()));
            }
        }
        return keys;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> areas(Object folded) {
        return ((List<Address>) folded).stream().filter(Address::isOwn).map(Address::host).distinct().toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        Agreement best = null;
        for (Address a : (List<Address>) one) {
            for (Address b : (List<Address>) other) {
                Agreement now = compare(a, b, frequencies);
                best = best == null || now != null && now.level() < best.level() ? now : best;
            }
        }
        return best;
    }

    private Agreement compare(Address a, Address b, Frequencies f) {
        if (a.equals(b)) {
            double bits = f.bits(name, a.text(), 2, floor);
            return a.box() ? new Agreement(BOX, Math.min(bits, 6)) : new Agreement(SAME, bits);
        }
        if (a.box() || b.box()) {
            return a.host().equals(b.host()) && a.isOwn() ? new Agreement(HOST, 4.3) : null;
        }
        if (a.host().equals(b.host())) {
            return sameHost(a, b);
        }
        if (a.user().equals(b.user()) && Distance.between(a.host(), b.host(), 2) <= 2 && a.host().length() > LEAST) {
            return new Agreement(LETTERS, 13);
        }
        return letters(a.user()).equals(letters(b.user())) && a.user().length() >= LEAST ? new Agreement(USER, 7) : Agreement.at(OTHER);
    }

    /// Whoever has two addresses of one host has them by one name.
    private static Agreement sameHost(Address a, Address b) {
        String one = letters(a.user());
        String other = letters(b.user());
        boolean alike = one.equals(other) && !one.isEmpty() || Math.min(one.length(), other.length()) >= LEAST && Distance.between(one,
                other, 1) <= 1 || isInitialed(one, other) || isInitialed(other, one);
        if (alike && a.user().equals(letters(a.user())) == b.user().equals(letters(b.user())) || alike && a.isOwn()) {
            return new Agreement(LETTERS, 10);
        }
        return a.isOwn() ? new Agreement(HOST, 4.3) : Agreement.at(OTHER);
    }

    /// As bsmith and bobsmith.
    private static boolean isInitialed(String few, String many) {
        return few.length() >= LEAST && many.length() > few.length() && few.charAt(0) == many.charAt(0) && many.endsWith(few.substring(1));
    }

    private static String letters(String user) {
        return user.replaceAll("[._-]+", "");
    }
}
