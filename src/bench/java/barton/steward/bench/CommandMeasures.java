package barton.steward.bench;

import barton.steward.bench.start.BareProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Commands from their start by the launcher to their end, with the database running, against the least that a JVM takes; in turns.
final class CommandMeasures {
    private static final String LAUNCHER = File.separatorChar == '\\' ? "bin/steward.bat" : "bin/steward";

    private final BenchHome home;
    private final List<List<String>> commands;
    private final Report report;

    /// @param jar the jar with the bare program
    CommandMeasures(BenchHome home, Path application, Path jar, Report report) {
        String steward = application.resolve(LAUNCHER).toString();
        this.home = home;
        this.commands = List.of(Jvm.launched(List.of(), jar.toString(), BareProgram.class.getName()), List.of(steward, "--help"),
                List.of(steward, "status"));
        this.report = report;
    }

    /// @param rounds how often each is started
    void run(int rounds) throws Exception {
        List<List<Long>> times = IntStream.range(0, commands.size()).mapToObj(i -> (List<Long>) new ArrayList<Long>()).toList();
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < commands.size(); i++) {
                int which = (round + i) % commands.size();
                long nanos = Timing.time(() -> { }, () -> run(commands.get(which)));
                // The first of each finds cold files.
                if (round > 0) {
                    times.get(which).add(nanos);
                }
            }
        }
        double bare = Timing.median(times.get(0));
        report.fact("a bare JVM takes " + Result.time(bare));
        report.add(Measure.HELP, Timing.median(times.get(1)) - bare, bare);
        report.add(Measure.STATUS_COMMAND, Timing.median(times.get(2)) - bare, bare);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = home.file("command.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("STEWARD_"));
        builder.environment().put("STEWARD_HOME", home.folder().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(command, exit, Files.readString(log)));
        }
    }
}
