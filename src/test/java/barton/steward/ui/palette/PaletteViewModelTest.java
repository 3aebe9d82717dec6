package barton.steward.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList(
            entry("Go to Intake"), entry("Go to Master"), entry("Import companies from CSV…"), entry("Promote batch…"),
            entry("Rows of 20251024-WV-BATCH1"), entry("Promote 20251024-WV-BATCH1…"));
    private final PaletteViewModel palette = new PaletteViewModel(entries);

    @Test
    void everythingIsOfferedInItsOrderBeforeAnythingIsTyped() {
        assertThat(titles()).isEqualTo(entries.stream().map(PaletteEntry::title).toList());
    }

    @Test
    void lettersOfAWordAreFoundInTheirOrderWhateverTheirCase() {
        palette.textProperty().set("MASTER");
        assertThat(titles()).containsExactly("Go to Master");
    }

    @Test
    void initialsFindAnEntry() {
        palette.textProperty().set("icf");
        assertThat(titles()).first().isEqualTo("Import companies from CSV…");
    }

    @Test
    void wordsFindABatchByPartOfItsName() {
        palette.textProperty().set("promote wv");
        assertThat(titles()).first().isEqualTo("Promote 20251024-WV-BATCH1…");
    }

    @Test
    void aWordThatBeginsTheTitleComesBeforeOneFurtherIn() {
        entries.add(entry("Show rows to import"));
        palette.textProperty().set("imp");
        assertThat(titles()).startsWith("Import companies from CSV…");
    }

    @Test
    void theLettersFoundAreKnown() {
        palette.textProperty().set("gm");
        assertThat(palette.matches().getFirst().letters()).containsExactly(0, 6);
    }

    @Test
    void nothingFitsAndNothingIsRun() {
        palette.textProperty().set("zzz");
        assertThat(palette.run()).isFalse();
        assertThat(palette.chosenProperty().get()).isEqualTo(-1);
    }

    @Test
    void theFirstFitIsChosenAfterEachLetter() {
        palette.move(3);
        palette.textProperty().set("promote");
        palette.run();
        assertThat(done).containsExactly("Promote batch…");
    }

    @Test
    void theChoiceGoesAroundTheEnds() {
        palette.move(-1);
        palette.run();
        assertThat(done).containsExactly("Promote 20251024-WV-BATCH1…");
    }

    @Test
    void aPageDownStopsAtTheLast() {
        palette.move(10);
        assertThat(palette.chosenProperty().get()).isEqualTo(entries.size() - 1);
    }

    @Test
    void batchesThatArriveLaterAreOfferedAndTheChoiceStays() {
        palette.move(2);
        entries.add(entry("Rows of LEGACY"));
        assertThat(titles()).endsWith("Rows of LEGACY");
        assertThat(palette.chosenProperty().get()).isEqualTo(2);
    }

    private PaletteEntry entry(String title) {
        return new PaletteEntry(title, "Action", "", () -> done.add(title));
    }

    private List<String> titles() {
        return palette.matches().stream().map(m -> m.entry().title()).toList();
    }
}
