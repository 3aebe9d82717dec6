package barton.steward.ui.tour;

import barton.steward.model.Table;
import barton.steward.model.Tally;
import barton.steward.service.Desk;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// Takes down what a hand does in the window: step by step, with pictures, and with figures that the database is asked for, too.
record Guide(Hand hand, Camera camera, Diary diary, Desk desk) {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    void begin(String did) {
        diary.begin(did);
    }

    void picture(String name) {
        diary.pictures(camera.take(name));
    }

    /// The database's own word, by a statement that shares nothing with those behind the window.
    LongSupplier tally(Tally fact, String... of) {
        return () -> desk.daos().tallies().count(fact, of);
    }

    LongSupplier rows(Table table) {
        return tally(Tally.ROWS, table.qualifiedName());
    }

    /// Compares the first number in a node's text with what the database says now.
    void compare(String name, String node, LongSupplier database) {
        figure(name, number(node), database);
    }

    void figure(String name, String window, LongSupplier database) {
        diary.figure(name, window, Long.toString(database.getAsLong()));
    }

    /// The first number in a node's text; all of the text where it has none.
    String number(String node) {
        String text = hand.text(node);
        var number = NUMBER.matcher(text);
        return number.find() ? number.group().replace(",", "") : text;
    }
}
