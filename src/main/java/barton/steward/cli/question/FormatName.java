package barton.steward.cli.question;

import barton.steward.service.export.ExportFormat;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Names kinds of files as their names end.
public final class FormatName implements ITypeConverter<ExportFormat>, Iterable<String> {
    @Override
    public ExportFormat convert(String text) {
        return Stream.of(ExportFormat.values()).filter(f -> f.ending().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.of(ExportFormat.values()).map(ExportFormat::ending).iterator();
    }
}
