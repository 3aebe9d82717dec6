package barton.steward.model.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A list that ships with the program: lines of cells parted by tabs; those that begin with # and a blank say where it is from.
record WordList(List<String[]> lines) {
    static WordList read(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                WordList.class.getResourceAsStream("/barton/steward/matching/" + file), StandardCharsets.UTF_8))) {
            return new WordList(reader.lines().filter(line -> !line.startsWith("# ")).map(line -> line.split("\t")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first cell of a line by each of its others.
    Map<String, String> byAlias() {
        var byAlias = new HashMap<String, String>();
        for (String[] line : lines) {
            for (int i = 1; i < line.length; i++) {
                byAlias.put(line[i], line[0]);
            }
        }
        return byAlias;
    }

    /// The same, of words as they are after folding.
    Map<String, String> byFoldedAlias() {
        var byAlias = new HashMap<String, String>();
        for (String[] line : lines) {
            for (int i = 1; i < line.length; i++) {
                byAlias.put(Letters.withoutUmlauts(Letters.fold(line[i])), line[0].equals("#") ? "#"
                        : Letters.withoutUmlauts(Letters.fold(line[0])));
            }
        }
        return byAlias;
    }
}
