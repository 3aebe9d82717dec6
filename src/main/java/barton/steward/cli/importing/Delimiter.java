package barton.steward.cli.importing;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what stands between the cells of a file.
public final class Delimiter implements ITypeConverter<Character> {
    @Override
    public Character convert(String text) {
        if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new TypeConversionException("'" + text + "' is not one character, nor the word tab");
        }
        return text.charAt(0);
    }
}
