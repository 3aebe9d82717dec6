package barton.steward.cli.cluster;

import barton.steward.model.cluster.ClusterMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A method by its name on the command line: `daitch-mokotoff`.
final class MethodName implements ITypeConverter<ClusterMethod> {
    static String of(ClusterMethod method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public ClusterMethod convert(String name) {
        return Arrays.stream(ClusterMethod.values()).filter(m -> of(m).equals(name.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new TypeConversionException("the method is one of " + Arrays.stream(ClusterMethod.values())
                        .map(MethodName::of).collect(Collectors.joining(", ")) + ", not " + name));
    }
}
