package barton.steward.cli.support;

import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Word;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads where a row of intake stands.
public final class StatusName implements ITypeConverter<String>, Iterable<String> {
    @Override
    public String convert(String text) {
        if (Word.of(IntakeStatus.class, text).isEmpty()) {
            throw new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this));
        }
        return text;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(IntakeStatus.values()).map(IntakeStatus::word).iterator();
    }
}
