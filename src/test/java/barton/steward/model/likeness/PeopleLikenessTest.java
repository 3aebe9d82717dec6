package barton.steward.model.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.MadeContacts;
import barton.steward.support.MadeContacts.Contact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How people are told apart, by kinds of errors and on made contacts that the weights were not fitted on.
class PeopleLikenessTest {
    private static final double SHOWN = 0.545;

    @Test
    void madeContactsWithErrorsAreFoundAndFewOthers() {
        List<Contact> contacts = MadeContacts.of(2026, 1500);
        double f1 = f1(contacts);

        assertThat(f1).isGreaterThan(0.9);
    }

    @Test
    void aFirstNameAloneAndALastNameAloneCanBeCompared() {
        Object[] first = Traits.PEOPLE.fold(new Told().with(Said.FIRST_NAME, "Robert"));
        Object[] last = Traits.PEOPLE.fold(new Told().with(Said.LAST_NAME, "Zebrowski"));

        Matcher matcher = new Learning(Traits.PEOPLE).learn(List.of(), 1, 1);

        assertThat(Matcher.probability(matcher.odds(first, last))).isLessThan(SHOWN);
        assertThat(matcher.reasons(first, last)).isEmpty();
    }

    private static double f1(List<Contact> contacts) {
        var folded = new ArrayList<Object[]>();
        var candidates = new Candidates();
        var learning = new Learning(Traits.PEOPLE);
        for (Contact contact : contacts) {
            Object[] one = Traits.PEOPLE.fold(told(contact));
            candidates.add(folded.size(), Traits.PEOPLE.keys(one));
            learning.sample(one);
            folded.add(one);
        }
        long[] pairs = candidates.amongThem();
        List<Object[][]> some = java.util.Arrays.stream(pairs).limit(8_000)
                .mapToObj(pair -> new Object[][] {folded.get((int) (pair >> 32)), folded.get((int) pair)}).toList();
        Matcher matcher = learning.learn(some, contacts.size() * (contacts.size() - 1.0) / 2, (double) some.size() / pairs.length);
        var copies = new HashMap<Integer, Integer>();
        contacts.forEach(contact -> copies.merge(contact.person(), 1, Integer::sum));
        long known = copies.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
        long found = 0;
        long right = 0;
        for (long pair : pairs) {
            int one = (int) (pair >> 32);
            int other = (int) pair;
            boolean same = contacts.get(one).person() == contacts.get(other).person();
            double odds = matcher.odds(folded.get(one), folded.get(other));
            boolean shown = Matcher.probability(odds) >= SHOWN;
            found += shown ? 1 : 0;
            right += shown && same ? 1 : 0;
            if (shown != same && System.getProperty("mistakes") != null) {
                System.out.printf("%s %.1f%n  %s%n  %s%n  %s%n", shown ? "WRONG" : "MISSED", odds, contacts.get(one), contacts.get(other),
                        matcher.reasons(folded.get(one), folded.get(other)));
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / known;
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(Locale.ROOT, "%d contacts, %d pairs the same: precision %.3f, recall %.3f, F1 %.3f%n", contacts.size(), known,
                precision, recall, f1);
        return f1;
    }

    private static Told told(Contact c) {
        return new Told().with(Said.FIRST_NAME, c.first()).with(Said.LAST_NAME, c.last()).with(Said.EMAIL, c.email())
                .with(Said.PHONE, c.work()).with(Said.MOBILE, c.personal()).with(Said.TITLE, c.title()).with(Said.COMPANY, c.company())
                .with(Said.CITY, c.city()).with(Said.LINKEDIN, c.linkedin());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "Robert|Smith|-|Bob|Smith|-|same name in a short form",
        "Robert|Smith|-|Smith|Robert|-|swapped",
        "R.|Smith|-|Robert|Smith|-|an initial",
        "Anne|Smith-Jones|-|Anne|Jones|-|a part in common",
        "Jonathan|Quill|-|Jonathon|Quill|-|another spelling",
        "Wilhelmtraud|Quill|-|Wilhelmtrud|Quill|-|differ in a letter",
        "Dr. Ann|Lee, PhD|-|Ann|Lee|-|same name",
        "José|Müller|-|Jose|Mueller|-|same name",
        "-|-|Lee, Ann|Ann|Lee|-|same name",
        "-|-|Mr. Ludwig van der Berg|Ludwig|Van der Berg|-|same name",
        "-|-|Robert \"Bob\" Smith|Bob|Smith|-|same name",
        "J. Robert|Quill|-|Robert|Quill|-|an initial",
        "Ann|Lee|-|Ann|Quillfeather|-|other last names",
        "Ann|Lee|-|Bert|Lee|-|other first names",
        "Ann|Lee|-|Bert|Quill|-|other names"})
    void namesAgreeInKinds(String first, String last, String full, String otherFirst, String otherLast, String otherFull, String words) {
        assertThat(name(told(first, last, full, null), told(otherFirst, otherLast, otherFull, null), 0)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@x.example, ANN@X.example, same e-mail",
        "ann@x.example, ann+news@x.example, same e-mail",
        "a.lee@gmail.com, alee@googlemail.com, same e-mail",
        "info@x.example, Info@x.example, same shared e-mail",
        "bsmith@x.example, bob.smith@x.example, an initial",
        "ann.lee@quill.example, ann.lee@harbor.example, at another host",
        "ann.lee@x.example, bert@x.example, of one host",
        "ann@x.example, bert@y.example, other e-mails"})
    void addressesAgreeInKinds(String one, String other, String words) {
        assertThat(name(told("A", "B", null, one), told("A", "B", null, other), 1)).contains(words);
    }

    private static Told told(String first, String last, String full, String email) {
        return new Told().with(Said.FIRST_NAME, first).with(Said.LAST_NAME, last).with(Said.NAME, full).with(Said.EMAIL, email);
    }

    private static String name(Told one, Told other, int reason) {
        Matcher matcher = new Learning(Traits.PEOPLE).learn(List.of(), 1000, 1);
        return matcher.reasons(Traits.PEOPLE.fold(one), Traits.PEOPLE.fold(other)).get(reason).words();
    }
}
