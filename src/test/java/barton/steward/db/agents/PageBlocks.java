package barton.steward.db.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The examples of the page about agents, as they stand there.
record PageBlocks(List<Block> blocks) {
    private static final Pattern FENCED = Pattern.compile("^```(\\w+) ?(.*?)$\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /// One example; `about` is what stands behind its language: a file's name, or who runs it.
    record Block(String language, String about, String text) {
    }

    static PageBlocks read() {
        try {
            return new PageBlocks(FENCED.matcher(Files.readString(Path.of("docs/agents.md"))).results()
                    .map(m -> new Block(m.group(1), m.group(2), m.group(3).strip())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> in(String language) {
        return blocks.stream().filter(b -> b.language().equals(language)).toList();
    }

    /// The statements in Python: texts that stand behind each other are one.
    static List<String> statements(Block python) {
        var statements = new ArrayList<String>();
        Pattern.compile("(?:\"[^\"\\n]*\"\\s*)+").matcher(python.text()).results()
                .map(m -> m.group().replaceAll("\"\\s*\"", "").replace("\"", "").strip())
                .filter(s -> s.startsWith("SELECT ")).forEach(statements::add);
        return statements;
    }
}
