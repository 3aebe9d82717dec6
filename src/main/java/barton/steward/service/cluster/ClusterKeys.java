package barton.steward.service.cluster;

import barton.steward.model.cluster.ClusterMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.DoubleMetaphone;

/// What spellings of one thing have in common, by each method: values with the same key are one cluster. Numbers are part of every key, in
/// their order, so that *Ward 1* and *Ward 2* never meet. Where a value has neither letters nor digits it is its own key.
final class ClusterKeys {
    /// Shorter words sound like too many others.
    private static final int SPOKEN = 4;
    private static final int LONGEST_SOUND = 40;

    private ClusterKeys() {
    }

    /// @param method one of those that make keys
    static UnaryOperator<String> of(ClusterMethod method) {
        return switch (method) {
            case FINGERPRINT -> ClusterKeys::fingerprint;
            case NGRAM -> ClusterKeys::pairs;
            case METAPHONE -> {
                var metaphone = new DoubleMetaphone();
                metaphone.setMaxCodeLen(LONGEST_SOUND);
                yield value -> spoken(value, metaphone::doubleMetaphone);
            }
            case COLOGNE -> {
                var cologne = new ColognePhonetic();
                yield value -> spoken(value, cologne::colognePhonetic);
            }
            case DAITCH_MOKOTOFF -> {
                var soundex = new DaitchMokotoffSoundex();
                yield value -> spoken(value, soundex::soundex);
            }
            case DISTANCE, REMEMBERED -> throw new IllegalArgumentException(method + " has no keys");
        };
    }

    /// Its words, each once, in the order of the alphabet, and then its numbers.
    static String fingerprint(String value) {
        return keyed(value, Words.of(value), UnaryOperator.identity());
    }

    private static String spoken(String value, UnaryOperator<String> sound) {
        return keyed(value, Words.of(value), word -> {
            boolean spoken = word.length() >= SPOKEN && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
            String sounds = spoken ? sound.apply(word) : "";
            return sounds.isEmpty() ? word : sounds;
        });
    }

    private static String keyed(String value, List<String> words, UnaryOperator<String> form) {
        if (words.isEmpty()) {
            return value;
        }
        var named = new TreeSet<>(words.stream().filter(w -> !Words.isNumber(w)).map(form).toList());
        return Stream.concat(named.stream(), words.stream().filter(Words::isNumber)).collect(Collectors.joining(" "));
    }

    /// Every pair of letters that follow each other, as often as it does, and then its digits.
    private static String pairs(String value) {
        List<String> words = Words.of(value);
        int[] letters = String.join("", words).codePoints().toArray();
        if (letters.length < SPOKEN) {
            return words.isEmpty() ? value : String.join("", words);
        }
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        pairs.sort(null);
        return String.join("", pairs) + " " + words.stream().filter(Words::isNumber).collect(Collectors.joining(" "));
    }
}
