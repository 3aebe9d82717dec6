package barton.steward.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Companies with addresses that are made up, with copies that have kinds of errors, and with branches in other cities, which are not the
/// same. Their words are put together from syllables, so that no list knows them.
public final class MadeCompanies {
    private static final String[] STARTS = {"Bel", "Cor", "Dun", "Fen", "Gar", "Hol", "Kes", "Lor", "Mar", "Nor", "Pel", "Ros", "Tal",
        "Ver", "Wes", "Zan"};
    private static final String[] MIDDLES = {"a", "e", "i", "o", "an", "en", "er", "in", "or", "ul"};
    private static final String[] ENDS = {"bach", "berg", "dale", "field", "ford", "gate", "land", "mont", "ridge", "sted", "ton", "wick"};
    private static final String[] TRADES = {"Manufacturing", "Engineering", "Logistics", "Supply", "Electric", "Construction", "Packaging",
        "Insurance", "Laboratories", "Equipment", "Management", "Steel", "Chemical", "Industries"};
    private static final String[][] SHORT = {{"Manufacturing", "Mfg"}, {"Engineering", "Engrg"}, {"Electric", "Elec"},
        {"Construction", "Constr"}, {"Insurance", "Ins"}, {"Laboratories", "Labs"}, {"Equipment", "Equip"}, {"Management", "Mgmt"},
        {"International", "Int'l"}, {"National", "Natl"}, {"Associates", "Assoc"}};
    private static final String[] BEFORE = {"", "", "", "National ", "International ", "United "};
    private static final String[] FORMS = {"", "", " Inc", ", Inc.", " LLC", " Corp.", " Company", " Incorporated"};
    private static final String[] STREETS = {"Street|St", "Avenue|Ave.", "Road|Rd", "Boulevard|Blvd", "Drive|Dr."};

    /// A company, by the columns of a file of companies; null where it says nothing.
    public record Made(int company, String name, String street, String city, String state, String zip, String phone) {
    }

    private final Random random;
    private final List<String> cities = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();

    private MadeCompanies(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            cities.add(word());
        }
    }

    /// So many companies and branches, a third of which are there twice or more; in no order.
    public static List<Made> of(long seed, int companies) {
        var making = new MadeCompanies(seed);
        int number = 0;
        while (number < companies) {
            String name = making.name();
            for (int branches = making.random.nextInt(8) == 0 ? 2 + making.random.nextInt(3) : 1; branches > 0; branches--) {
                making.add(number++, name);
            }
        }
        Collections.shuffle(making.made, making.random);
        return making.made;
    }

    private void add(int number, String name) {
        int city = random.nextInt(cities.size());
        var one = new Made(number, name + some(FORMS), (1 + random.nextInt(9800)) + " " + word() + " " + some(STREETS).split("\\|")[0],
                cities.get(city), city % 2 == 0 ? "OH" : "PA", "%05d".formatted(15_000 + city * 40 + random.nextInt(4)),
                "%03d-555-%04d".formatted(200 + city, random.nextInt(10_000)));
        made.add(one);
        for (int copies = random.nextInt(9) < 3 ? 1 + random.nextInt(5) / 3 : 0; copies > 0; copies--) {
            Made copy = one;
            for (int errors = 1 + random.nextInt(3); errors > 0; errors--) {
                copy = wrong(copy, name);
            }
            made.add(copy);
        }
    }

    private Made wrong(Made m, String name) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> named(m, name.split(" ").length > 2 ? initials(name) : name);
            case 2 -> named(m, shortened(m.name));
            case 3 -> named(m, name + some(FORMS));
            case 4 -> named(m, typo(m.name));
            case 5 -> named(m, m.name.toUpperCase(java.util.Locale.ROOT));
            case 6 -> new Made(m.company, m.name, m.street, m.city, m.state, m.zip, null);
            case 7 -> new Made(m.company, m.name, m.street, typo(m.city), m.state, null, m.phone);
            case 8 -> new Made(m.company, m.name, street(m.street), m.city, m.state, m.zip == null ? null : m.zip + "-1234", m.phone);
            default -> new Made(m.company, m.name, null, m.city, m.state, m.zip,
                    m.phone == null ? null : "+1 " + m.phone.replace("-", "."));
        };
    }

    private static Made named(Made m, String name) {
        return new Made(m.company, name, m.street, m.city, m.state, m.zip, m.phone);
    }

    private static String initials(String name) {
        var initials = new StringBuilder();
        for (String word : name.split(" ")) {
            initials.append(word.equals("&") ? "" : word.substring(0, 1));
        }
        return initials.toString();
    }

    private static String shortened(String name) {
        String shortened = name.replace(" & ", " and ");
        for (String[] pair : SHORT) {
            shortened = shortened.replace(pair[0], pair[1]);
        }
        return shortened;
    }

    private static String street(String street) {
        String said = street;
        for (String kind : STREETS) {
            said = said == null ? null : said.replace(" " + kind.split("\\|")[0], " " + kind.split("\\|")[1]);
        }
        return said == null ? null : said + " Suite 4";
    }

    private String typo(String text) {
        int at = 1 + random.nextInt(Math.min(text.length() - 2, 8));
        return random.nextBoolean() ? text.substring(0, at) + text.substring(at + 1)
                : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private String name() {
        return some(BEFORE) + word() + (random.nextInt(4) == 0 ? " & " + word() : "") + " " + some(TRADES)
                + (random.nextInt(4) == 0 ? " Associates" : "");
    }

    private String word() {
        return some(STARTS) + some(MIDDLES) + some(ENDS);
    }

    private String some(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
