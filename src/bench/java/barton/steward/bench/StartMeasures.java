package barton.steward.bench;

import barton.steward.StartProbe;
import barton.steward.bench.start.BareProgram;
import barton.steward.bench.start.BareWindow;
import barton.steward.bench.start.FirstRows;
import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// From the start of a process to the first rows on the screen, with the database running: the application with the AOT cache of its
/// build and without, and the least that JavaFX needs for a table, with an AOT cache of its own.
final class StartMeasures {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    private static final long PATIENCE_SECONDS = 120;
    private static final String SEPARATOR = System.getProperty("path.separator");
    private static final List<String> WITHOUT = List.of("-XX:AOTMode=off");

    private final BenchHome home;
    private final Path application;
    private final Report report;

    StartMeasures(BenchHome home, Path application, Report report) {
        this.home = home;
        this.application = application.toAbsolutePath();
        this.report = report;
    }

    /// @param rounds how often each is started
    void run(long rows, int rounds) throws Exception {
        var preferences = Preferences.at(Folders.below(home.folder()).config().resolve("window.json"));
        preferences.put("place", "INTAKE");
        preferences.save();
        Path jar = home.file("probe.jar");
        Path bareCache = home.file("bare.aot");
        pack(jar);
        String ours = application.resolve("lib/barton-steward.jar") + SEPARATOR + jar;
        String bare = javaFx() + SEPARATOR + jar;
        time(command(List.of("-XX:AOTCacheOutput=" + bareCache), bare, BareWindow.class, "train"));
        List<List<String>> kinds = List.of(
                command(List.of("-XX:AOTCache=" + application.resolve("lib/steward.aot")), ours, StartProbe.class),
                command(WITHOUT, ours, StartProbe.class),
                command(List.of("-XX:AOTCache=" + bareCache), bare, BareWindow.class));
        var times = List.of(new ArrayList<Long>(), new ArrayList<Long>(), new ArrayList<Long>());
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < kinds.size(); i++) {
                int kind = (round + i) % kinds.size();
                long nanos = time(kinds.get(kind));
                // The first start of each finds cold files.
                if (round > 0) {
                    times.get(kind).add(nanos);
                }
            }
        }
        double first = Timing.median(times.get(0));
        report.add(Measure.FIRST_ROWS_AOT, first, Timing.median(times.get(1)));
        report.add(Measure.FIRST_ROWS_BARE, first, Timing.median(times.get(2)));
        report.grows("window's first rows", rows, first);
        new CommandMeasures(home, application, jar, report).run(rounds);
    }

    private static List<String> command(List<String> options, String classPath, Class<?> main, String... arguments) {
        var all = new ArrayList<>(HEADLESS);
        all.addAll(options);
        return Jvm.launched(all, classPath, main.getName(), arguments);
    }

    private String javaFx() throws IOException {
        try (var jars = Files.list(application.resolve("lib/javafx"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(SEPARATOR));
        }
    }

    private long time(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(home.file("start.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("STEWARD_"));
        builder.environment().put("STEWARD_HOME", home.folder().toString());
        var said = new ArrayList<String>();
        long start = System.nanoTime();
        Process process = builder.start();
        Thread.ofVirtual().start(() -> endAfterPatience(process));
        long end = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                end = line.equals("rows") ? System.nanoTime() : end;
            }
        }
        if (process.waitFor() != 0 || end == 0) {
            throw new IllegalStateException("no rows, but exit %d and %s %s from %s".formatted(process.exitValue(), said,
                    Files.readString(home.file("start.log")), command));
        }
        return end - start;
    }

    private static void endAfterPatience(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /// Puts the classes that are started into a jar: an AOT cache takes no folders.
    private static void pack(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(StartProbe.class, BareWindow.class, FirstRows.class, BareProgram.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
