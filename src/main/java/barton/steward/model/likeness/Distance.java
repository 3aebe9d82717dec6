package barton.steward.model.likeness;

/// In how many letters two words differ.
final class Distance {
    private Distance() {
    }

    /// Letters that are missing, added, others, or swapped with their neighbour; `limit` + 1 where there are more than `limit`.
    static int between(String one, String other, int limit) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] now = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int steps = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps = Math.min(steps, before[j - 2] + 1);
                }
                now[j] = steps;
                least = Math.min(least, steps);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[m];
    }

    /// Whether two words are so near that one may be a slip of the other: a letter of four and more, two of eight and more.
    static boolean isSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 4 || Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return false;
        }
        int limit = shorter >= 8 ? 2 : 1;
        return between(one, other, limit) <= limit;
    }
}
