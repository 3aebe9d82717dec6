package barton.steward.tour;

import barton.steward.catalog.Table;
import barton.steward.db.Database;
import barton.steward.service.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// A part of the tour: what a robot does in the window, with pictures, and with figures that the database is asked for, too.
abstract class Scenario {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    final UiRobot robot;
    final TourLog log;
    final Session session;
    final Database database;
    private final Camera camera;

    /// @param database the way to the same rows beside the window
    Scenario(UiRobot robot, Camera camera, TourLog log, Session session, Database database) {
        this.robot = robot;
        this.camera = camera;
        this.log = log;
        this.session = session;
        this.database = database;
    }

    /// A part that goes on in the same window.
    Scenario(Scenario before) {
        this(before.robot, before.camera, before.log, before.session, before.database);
    }

    final void picture(String name) {
        log.pictures(camera.take(name));
    }

    /// The database's own word, by a statement that shares nothing with those behind the window.
    final LongSupplier count(IndependentCount fact, String... of) {
        return () -> new Counts(database).count(fact, of);
    }

    final LongSupplier rows(Table table) {
        return count(IndependentCount.ROWS, table.qualifiedName());
    }

    /// Compares the first number in a node's text with what the database says now.
    final void compare(String name, String node, LongSupplier database) {
        figure(name, number(node), database);
    }

    final void figure(String name, String window, LongSupplier database) {
        log.figure(name, window, Long.toString(database.getAsLong()));
    }

    /// The first number in a node's text; all of the text where it has none.
    final String number(String node) {
        String text = robot.text(node);
        var number = NUMBER.matcher(text);
        return number.find() ? number.group().replace(",", "") : text;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
