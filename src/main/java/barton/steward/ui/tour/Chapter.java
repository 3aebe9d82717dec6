package barton.steward.ui.tour;

import barton.steward.model.Table;
import barton.steward.model.Tally;
import barton.steward.service.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// A part of the tour: what a hand does in the window, with pictures, and with figures that the database is asked for, too.
abstract class Chapter {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    final Hand hand;
    final Diary diary;
    final Desk desk;
    private final Camera camera;

    Chapter(Hand hand, Camera camera, Diary diary, Desk desk) {
        this.hand = hand;
        this.camera = camera;
        this.diary = diary;
        this.desk = desk;
    }

    /// A part that goes on in the same window.
    Chapter(Chapter before) {
        this(before.hand, before.camera, before.diary, before.desk);
    }

    final void picture(String name) {
        diary.pictures(camera.take(name));
    }

    /// The database's own word, by a statement that shares nothing with those behind the window.
    final LongSupplier tally(Tally fact, String... of) {
        return () -> desk.daos().tallies().count(fact, of);
    }

    final LongSupplier rows(Table table) {
        return tally(Tally.ROWS, table.qualifiedName());
    }

    /// Compares the first number in a node's text with what the database says now.
    final void compare(String name, String node, LongSupplier database) {
        figure(name, number(node), database);
    }

    final void figure(String name, String window, LongSupplier database) {
        diary.figure(name, window, Long.toString(database.getAsLong()));
    }

    /// The first number in a node's text; all of the text where it has none.
    final String number(String node) {
        String text = hand.text(node);
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
