package barton.steward.cli.importing;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What a range gives to a column of numbers.
enum Ranges {
    LOWER,
    EMPTY;

    static final class Converter implements ITypeConverter<Ranges> {
        @Override
        public Ranges convert(String text) {
            return switch (text) {
                case "lower" -> LOWER;
                case "empty" -> EMPTY;
                default -> throw new TypeConversionException("'" + text + "' is neither lower nor empty");
            };
        }
    }
}
