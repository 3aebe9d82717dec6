package barton.steward.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What the palette offers for the text typed so far, the best fit first, and which of it is chosen.
public final class PaletteViewModel {
    private final ObservableList<PaletteEntry> entries;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Match> matches = FXCollections.observableArrayList();
    private List<PaletteEntry> records = List.of();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);

    /// An entry that fits, and the letters of its title that were typed.
    public record Match(PaletteEntry entry, List<Integer> letters) {
    }

    /// @param entries in the order in which they stand while nothing is typed; may grow while the palette is open
    public PaletteViewModel(ObservableList<PaletteEntry> entries) {
        this.entries = entries;
        entries.addListener((ListChangeListener<PaletteEntry>) c -> filter(chosen.get()));
        text.addListener((o, old, now) -> {
            records = List.of();
            filter(0);
        });
        filter(0);
    }

    /// Records that were found by the text, in their order; they stand behind the rest, so that what is chosen stays what it is.
    public void found(List<PaletteEntry> found) {
        records = found;
        filter(chosen.get());
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<Match> matches() {
        return matches;
    }

    /// The index of the chosen match; −1 where nothing fits.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(int index) {
        chosen.set(Math.clamp(index, matches.isEmpty() ? -1 : 0, matches.size() - 1));
    }

    /// Goes up or down, around the ends for a single step.
    public void move(int steps) {
        int to = chosen.get() + steps;
        if (Math.abs(steps) == 1 && !matches.isEmpty()) {
            to = Math.floorMod(to, matches.size());
        }
        choose(to);
    }

    /// Does what is chosen; false where nothing is.
    public boolean run() {
        if (chosen.get() < 0) {
            return false;
        }
        matches.get(chosen.get()).entry().action().run();
        return true;
    }

    private void filter(int choice) {
        var found = new ArrayList<Scored>();
        for (PaletteEntry entry : entries) {
            Fuzzy.fit(text.get(), entry.title())
                    .ifPresent(fit -> found.add(new Scored(fit.score(), new Match(entry, fit.positions()))));
        }
        found.sort(Comparator.comparingInt(Scored::score).reversed());
        chosen.set(-1);
        Stream<Match> byText = records.stream().map(record -> new Match(record,
                Fuzzy.fit(text.get(), record.title()).map(Fuzzy.Fit::positions).orElse(List.of())));
        matches.setAll(Stream.concat(found.stream().map(Scored::match), byText).toList());
        choose(choice);
    }

    private record Scored(int score, Match match) {
    }
}
