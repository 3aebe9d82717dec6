package barton.steward.model.cluster;

/// By what spellings of one thing are found.
public enum ClusterMethod {
    /// The same words, whatever their order, case, punctuation and accents.
    FINGERPRINT,
    /// The same pairs of letters, whatever stands between words: `Wal-Mart`, `Walmart`.
    NGRAM,
    /// Words that sound alike in English, in German, in Slavic languages and Yiddish.
    METAPHONE, COLOGNE, DAITCH_MOKOTOFF,
    /// One word mistyped by a letter or two.
    DISTANCE,
    /// What was decided before.
    REMEMBERED
}
