package barton.steward.model.likeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The legal forms of the world at either end of a company's name.
final class LegalForms {
    private static final int LONGEST = 9;
    /// Two letters in front of a name are a form in these alone.
    private static final List<String> SHORT_IN_FRONT = List.of("pt", "ao", "nv", "cv");
    private static final Map<String, String> KINDS = kinds();

    private LegalForms() {
    }

    /// The words of a name without its forms, which at least one word survives, and the kind of the last form; null: none was there.
    record Parted(List<String> words, String kind) {
    }

    private static Map<String, String> kinds() {
        var kinds = new HashMap<String, String>();
        for (String[] line : WordList.read("legal-forms.txt").lines()) {
            kinds.putIfAbsent(Letters.fold(line[1]), line[0]);
        }
        kinds.remove("");
        return kinds;
    }

    static Parted part(List<String> words) {
        String kind = null;
        List<String> left = words;
        boolean found = true;
        while (found && left.size() > 1) {
            found = false;
            for (int n = Math.min(LONGEST, left.size() - 1); n > 0 && !found; n--) {
                String end = KINDS.get(String.join(" ", left.subList(left.size() - n, left.size())));
                String front = end != null ? null : inFront(left.subList(0, n));
                if (end != null || front != null) {
                    kind = kind == null ? end != null ? end : front : kind;
                    left = end != null ? left.subList(0, left.size() - n) : left.subList(n, left.size());
                    found = true;
                }
            }
            if (!found && left.size() > 2 && words.size() > left.size() && left.getLast().equals("and")) {
                left = left.subList(0, left.size() - 1);
                found = true;
            }
        }
        return new Parted(left, kind);
    }

    private static String inFront(List<String> words) {
        String said = String.join(" ", words);
        return said.length() > 2 && !said.equals("company") && !said.equals("corp") || SHORT_IN_FRONT.contains(said) ? KINDS.get(said)
                : null;
    }
}
