package barton.steward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Only that the benchmark runs through, which keeps it working; what it measures here, beside other tests, says nothing.
class BenchIT {
    private static final long PATIENCE_MINUTES = 10;
    private static final Path APP = Path.of(System.getProperty("steward.test.app")).toAbsolutePath();

    @Test
    void everyPartRunsThroughAndSaysHowItGrows() throws Exception {
        Path folder = Files.createDirectories(APP.resolveSibling("bench"));
        Path out = folder.resolve("bench.out");
        Path classes = Path.of(Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=" + APP.resolve("lib/javafx"), "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED", "-cp", classes + File.pathSeparator + APP.resolve("lib") + "/*",
                Bench.class.getName(), "2000", "false", APP.toString(), folder.toString(), "all");

        Process bench = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        boolean ended = bench.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        bench.destroyForcibly();

        String said = Files.readString(out);
        assertThat(ended && bench.exitValue() == 0).as(said).isTrue();
        assertThat(said).containsPattern("growth with the rows +1,000 +2,000 +exponent").contains("s  done");
        assertThat(Measure.within(2000)).isNotEmpty().allSatisfy(measure -> assertThat(said).contains("bench " + measure.id + " "));
    }
}
