package barton.steward.model.likeness;

/// How a word sounds, roughly: its consonants, those that are spoken alike as one.
final class Sound {
    private static final int LEAST = 5;
    /// Words that differ in more letters are not compared by ear.
    private static final int MOST = 3;
    private static final String[][] SPOKEN = {{"sch", "s"}, {"tsch", "s"}, {"ph", "f"}, {"gh", "g"}, {"ck", "k"}, {"ch", "k"}, {"sh", "s"},
        {"th", "t"}, {"qu", "k"}, {"q", "k"}, {"x", "ks"}, {"tz", "s"}, {"z", "s"}, {"dt", "t"}, {"d", "t"}, {"v", "f"}, {"w", "f"},
        {"j", "y"}, {"ce", "se"}, {"ci", "si"}, {"cy", "sy"}, {"c", "k"}};

    private Sound() {
    }

    /// Of a word in small Latin letters; begins with a, whatever vowel it begins with.
    static String of(String word) {
        String spoken = word;
        for (String[] pair : SPOKEN) {
            spoken = spoken.replace(pair[0], pair[1]);
        }
        var sound = new StringBuilder();
        for (int i = 0; i < spoken.length(); i++) {
            char c = spoken.charAt(i);
            boolean vowel = "aeiouyh".indexOf(c) >= 0;
            if (vowel && i == 0 && c != 'h') {
                sound.append('a');
            } else if ((!vowel || i == 0) && (sound.isEmpty() || sound.charAt(sound.length() - 1) != c)) {
                sound.append(c);
            }
        }
        return sound.toString();
    }

    /// Whether two words of some length sound alike.
    static boolean areAlike(String one, String other) {
        return Math.min(one.length(), other.length()) >= LEAST && Character.isLetter(one.charAt(0))
                && Distance.between(one, other, MOST) <= MOST && of(one).length() > 2 && of(one).equals(of(other));
    }
}
