-- Why two records may be the same, as they were compared: each as trait, words, chance of others (0 to 1) and bits, parted by tabs.
ALTER TABLE shq.match_pair ADD COLUMN reasons TEXT[];
