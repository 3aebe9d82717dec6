package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.service.Desk;
import barton.steward.support.SampleDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainWindowTest {
    private TestWindow window;

    @BeforeEach
    void open() {
        Desk desk = SampleDesk.over(SampleDesk.worked(446));
        window = TestWindow.over(desk, 1440, 900);
    }

    @Test
    void everyViewShowsItsRows() {
        for (Place place : Place.values()) {
            window.click("nav-" + place);
            window.picture("window-" + place);
            if (place.table() != null) {
                assertThat(window.table(place.table()).getItems()).isNotEmpty();
            }
        }
    }

    @Test
    void aRecordOpensInTheDrawer() {
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 2);
        window.press(javafx.scene.input.KeyCode.ENTER);
        window.picture("window-drawer");
        assertThat(window.sees("drawer")).isTrue();
    }
}
