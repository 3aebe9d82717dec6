package barton.steward.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Business contacts that are made up, with copies that have kinds of errors: people of companies of some colleagues each, with one
/// switchboard, families and namesakes among them.
public final class MadeContacts {
    private static final Path NAMES = Path.of("src/main/resources/barton/steward/matching/people-frequencies.txt");
    private static final Path SHORT_FORMS = Path.of("src/main/resources/barton/steward/matching/people-short-forms.txt");
    private static final String[] TITLES = {"Owner", "President", "Chief Executive Officer", "Vice President of Sales", "Sales Manager",
        "Office Manager", "Controller", "Human Resources Director", "Plant Manager", "Purchasing Agent", "Project Manager", "Engineer",
        "Accountant", "Operations Manager", "Marketing Director"};
    private static final String[] SHORT_TITLES = {"Founder", "Pres.", "CEO", "VP Sales", "Sales Mgr", "Office Administrator",
        "Finance Controller", "HR Director", "Plant Mgr", "Buyer", "Senior Project Manager", "Sr Engineer", "CPA", "Ops Manager",
        "Director of Marketing"};
    private static final String[] TRADES = {"Machining", "Plumbing", "Foods", "Lumber", "Dental", "Printing", "Electric", "Trucking",
        "Bakery", "Roofing", "Glass", "Systems", "Insurance", "Brewing", "Surveying"};
    private static final String[] CITIES = {"Charleston", "Huntington", "Morgantown", "Wheeling", "Beckley", "Fairmont", "Weirton",
        "Athens", "Marietta", "Pikeville", "Ashland", "Cumberland"};

    /// A contact, by the columns of a file of people.
    public record Contact(int person, String first, String last, String email, String work, String personal, String title, String company,
            String city, String linkedin) {
    }

    private final Random random;
    private final List<String> firsts = new ArrayList<>();
    private final List<String> lasts = new ArrayList<>();
    private final List<String[]> shortForms = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    private MadeContacts(long seed) {
        random = new Random(seed);
        for (String line : lines(NAMES)) {
            String[] cells = line.split("\t");
            (cells[0].equals("first") ? firsts : lasts).add(cells[1].substring(0, 1).toUpperCase(Locale.ROOT) + cells[1].substring(1));
        }
        lines(SHORT_FORMS).forEach(line -> shortForms.add(line.split("\t")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So many people, a third of whom are there twice and some three times; in no order.
    public static List<Contact> of(long seed, int people) {
        var made = new MadeContacts(seed);
        made.fill(people);
        return made.contacts;
    }

    private void fill(int people) {
        int person = 0;
        while (person < people) {
            String company = some(lasts) + " " + some(TRADES);
            String host = company.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + ".example";
            String city = some(CITIES);
            String board = phone();
            String family = some(lasts);
            int staff = 1 + random.nextInt(6);
            for (int i = 0; i < staff && person < people; i++, person++) {
                String first = some(firsts);
                String last = random.nextInt(8) == 0 ? family : some(lasts);
                var contact = new Contact(person, first, last, email(first, last, host), random.nextInt(3) == 0 ? phone() : board,
                        random.nextInt(3) == 0 ? phone() : null, TITLES[random.nextInt(TITLES.length)], company + some(new String[] {"", "",
                            " Inc", " LLC"}), city, random.nextInt(3) == 0 ? "https://www.linkedin.com/in/" + first + "-" + last + person
                                    : null);
                contacts.add(thinned(contact));
                int copies = random.nextInt(9) < 3 ? 1 + random.nextInt(8) / 7 : 0;
                for (int c = 0; c < copies; c++) {
                    contacts.add(thinned(wrong(contact, host)));
                }
            }
        }
        java.util.Collections.shuffle(contacts, random);
    }

    private Contact thinned(Contact c) {
        return new Contact(c.person, c.first, c.last, random.nextInt(6) == 0 ? null : c.email, random.nextInt(4) == 0 ? null : c.work,
                c.personal, random.nextInt(4) == 0 ? null : c.title, random.nextInt(10) == 0 ? null : c.company,
                random.nextInt(3) == 0 ? null : c.city, c.linkedin);
    }

    /// One to three kinds of errors.
    private Contact wrong(Contact contact, String host) {
        Contact c = contact;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            c = switch (random.nextInt(14)) {
                case 0 -> named(c, shortForm(c.first), c.last);
                case 1 -> named(c, c.first.substring(0, 1) + ".", c.last);
                case 2 -> named(c, c.last, c.first);
                case 3 -> named(c, c.first, some(lasts));
                case 4 -> named(c, typo(c.first), c.last);
                case 5 -> named(c, c.first, typo(c.last));
                case 6 -> named(c, c.first, c.last + "-" + some(lasts));
                case 7 -> named(c, c.first.toUpperCase(Locale.ROOT), c.last.toUpperCase(Locale.ROOT) + " Jr.");
                case 8 -> mailed(c, c.email == null ? null : c.email.toUpperCase(Locale.ROOT).replace("@", "+NEWS@"));
                case 9 -> mailed(c, random.nextBoolean() ? "info@" + host : (c.first + c.last).toLowerCase(Locale.ROOT) + random.nextInt(99)
                        + "@gmail.com");
                case 10 -> mailed(c, email(c.first, c.last, host));
                case 11 -> new Contact(c.person, c.first, c.last, c.email, phone(), c.personal, c.title, c.company, c.city, c.linkedin);
                case 12 -> new Contact(c.person, c.first, c.last, c.email, c.work == null ? null : "+1 " + c.work.replace("-", " "), null,
                        Arrays.asList(TITLES).contains(c.title) ? SHORT_TITLES[Arrays.asList(TITLES).indexOf(c.title)] : c.title, c.company,
                        c.city, null);
                default -> new Contact(c.person, c.first, c.last, c.email, c.work, c.personal, c.title, c.company == null ? null
                        : typo(c.company.replace(" Inc", "")), null, c.linkedin);
            };
        }
        return c;
    }

    private static Contact named(Contact c, String first, String last) {
        return new Contact(c.person, first, last, c.email, c.work, c.personal, c.title, c.company, c.city, c.linkedin);
    }

    private static Contact mailed(Contact c, String email) {
        return new Contact(c.person, c.first, c.last, email, c.work, c.personal, c.title, c.company, c.city, c.linkedin);
    }

    private String shortForm(String first) {
        return shortForms.stream().filter(line -> line[0].equalsIgnoreCase(first)).findFirst()
                .map(line -> line[1 + random.nextInt(line.length - 1)]).orElse(first.substring(0, 1));
    }

    private String typo(String word) {
        int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at - 1) + word.substring(at);
            case 1 -> word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
            default -> at + 1 < word.length() ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                    : word + word.charAt(word.length() - 1);
        };
    }

    private String email(String first, String last, String host) {
        String f = first.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String l = last.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String user = switch (random.nextInt(4)) {
            case 0 -> f + "." + l;
            case 1 -> f.substring(0, 1) + l;
            case 2 -> f;
            default -> f + l;
        };
        return user + "@" + (random.nextInt(8) == 0 ? "gmail.com" : host);
    }

    private String phone() {
        return "304-%03d-%04d".formatted(200 + random.nextInt(700), random.nextInt(10_000));
    }

    /// What stands first is more usual.
    private String some(List<String> names) {
        return names.get((int) (names.size() * Math.pow(random.nextDouble(), 2)));
    }

    private String some(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
