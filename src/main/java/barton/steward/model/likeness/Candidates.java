package barton.steward.model.likeness;

import java.util.Arrays;

/// Which records may be the same, because they have a key in common. What many have in common tells little: the rarest keys come first,
/// and there is an end to the pairs, which grows with the records and not with their square.
public final class Candidates {
    private static final long LEAST = 2_000_000;
    private static final int OF_EACH = 60;

    private final Entries mine = new Entries();
    private final Entries others = new Entries();
    private int records;

    /// A record that others are looked for, by its number.
    public void add(int record, int[] keys) {
        records = Math.max(records, record + 1);
        for (int key : keys) {
            mine.add(key, record);
        }
    }

    /// Another record, by a number of its own, that has one of those keys.
    public void addOther(int key, int other) {
        others.add(key, other);
    }

    /// The keys of the records, sorted, each once.
    public int[] keys() {
        mine.sort();
        return Arrays.stream(mine.entries, 0, mine.size).mapToInt(entry -> (int) (entry >> 32)).distinct().toArray();
    }

    /// Pairs of another record, in the upper half, and a record, in the lower one; sorted, each once.
    public long[] withOthers() {
        mine.sort();
        others.sort();
        return pairs(others);
    }

    /// Pairs of a record, in the upper half, and one with a lower number; sorted, each once.
    public long[] amongThem() {
        mine.sort();
        return pairs(mine);
    }

    private long[] pairs(Entries with) {
        var limit = new Limit(with);
        var pairs = new Entries();
        walk(with, (fromMine, toMine, fromWith, toWith) -> {
            if (limit.allows(size(with, toMine - fromMine, toWith - fromWith))) {
                for (int w = fromWith; w < toWith; w++) {
                    for (int m = fromMine; m < toMine; m++) {
                        int one = (int) with.entries[w];
                        int other = (int) mine.entries[m];
                        if (with != mine || one > other) {
                            pairs.add(one, other);
                        }
                    }
                }
            }
        });
        pairs.sort();
        return Arrays.stream(pairs.entries, 0, pairs.size).distinct().toArray();
    }

    private long size(Entries with, long ofMine, long ofWith) {
        return with == mine ? ofMine * (ofMine - 1) / 2 : ofMine * ofWith;
    }

    /// How many pairs keys may bring: those of fewer pairs all, those of about as many as there is an end to while it lasts.
    private final class Limit {
        private final long[] pairs = new long[64];
        private final int last;
        private long left = Math.max(LEAST, (long) OF_EACH * records);

        Limit(Entries with) {
            walk(with, (fromMine, toMine, fromWith, toWith) -> {
                long size = size(with, toMine - fromMine, toWith - fromWith);
                pairs[power(size)] += size;
            });
            int power = 0;
            while (power < 63 && left >= pairs[power]) {
                left -= pairs[power];
                power++;
            }
            last = power;
        }

        private static int power(long size) {
            return size == 0 ? 0 : 64 - Long.numberOfLeadingZeros(size);
        }

        boolean allows(long size) {
            if (power(size) == last && left >= size) {
                left -= size;
                return true;
            }
            return power(size) < last;
        }
    }

    @FunctionalInterface
    private interface Block {
        void accept(int fromMine, int toMine, int fromWith, int toWith);
    }

    private void walk(Entries with, Block block) {
        int m = 0;
        int w = 0;
        while (m < mine.size && w < with.size) {
            int key = (int) (mine.entries[m] >> 32);
            int other = (int) (with.entries[w] >> 32);
            if (key < other) {
                m++;
            } else if (key > other) {
                w++;
            } else {
                int toMine = mine.end(m);
                int toWith = with.end(w);
                block.accept(m, toMine, w, toWith);
                m = toMine;
                w = toWith;
            }
        }
    }

    /// Numbers in the upper half by which they are sorted, and others in the lower one.
    private static final class Entries {
        private long[] entries = new long[1024];
        private int size;
        private boolean sorted;

        void add(int upper, int lower) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = (long) upper << 32 | lower;
            sorted = false;
        }

        void sort() {
            if (!sorted) {
                Arrays.parallelSort(entries, 0, size);
                sorted = true;
            }
        }

        int end(int from) {
            int key = (int) (entries[from] >> 32);
            int to = from + 1;
            while (to < size && (int) (entries[to] >> 32) == key) {
                to++;
            }
            return to;
        }
    }
}
