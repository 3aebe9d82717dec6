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
        long most = limit(with);
        var pairs = new Entries();
        walk(with, (fromMine, toMine, fromWith, toWith) -> {
            if ((long) (toMine - fromMine) * (toWith - fromWith) <= most) {
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

    /// The largest number of pairs that a key may bring.
    private long limit(Entries with) {
        int[] bySize = new int[64];
        long[] pairs = new long[64];
        walk(with, (fromMine, toMine, fromWith, toWith) -> {
            long size = (long) (toMine - fromMine) * (toWith - fromWith);
            int power = size == 0 ? 0 : 64 - Long.numberOfLeadingZeros(size);
            bySize[power]++;
            pairs[power] += size;
        });
        long left = Math.max(LEAST, (long) OF_EACH * records);
        int last = 0;
        while (last < 62 && left - pairs[last] > 0) {
            left -= pairs[last];
            last++;
        }
        return last == 0 ? 0 : (1L << last - 1) - 1 + (last >= 62 ? Long.MAX_VALUE >> 1 : 0);
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
