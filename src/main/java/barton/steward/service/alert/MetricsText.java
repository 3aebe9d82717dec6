package barton.steward.service.alert;

import barton.steward.model.StewardException;
import barton.steward.model.alert.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Figures in the text format of Prometheus.
public final class MetricsText {
    private MetricsText() {
    }

    /// @param metrics those of one name together
    public static String of(List<Metric> metrics) {
        var text = new StringBuilder();
        String name = null;
        for (Metric metric : metrics) {
            String full = "steward_" + metric.name();
            if (!full.equals(name)) {
                text.append("# HELP ").append(full).append(' ').append(metric.help()).append("\n# TYPE ").append(full).append(" gauge\n");
                name = full;
            }
            text.append(full);
            if (metric.label() != null) {
                text.append('{').append(metric.label()).append("=\"").append(escaped(metric.of())).append("\"}");
            }
            text.append(' ').append(metric.value().stripTrailingZeros().toPlainString()).append('\n');
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /// Puts the text into the file, which nobody sees half written and which anybody may read whom the folder lets in.
    public static void write(String text, Path file) {
        Path fresh = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "The figures cannot be written to " + file + ".",
                    "Its folder must be there and writable.", e);
        }
    }
}
