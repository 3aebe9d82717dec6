package barton.steward.ui;

import barton.steward.ui.start.StartView;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;

/// The window while its database is being opened: the views, none of which can be gone to yet, where they will be, and what is done.
final class OpeningView extends WindowFrame {
    /// @param place the view that will be in sight
    OpeningView(StartView start, ViewId place) {
        var here = new ReadOnlyObjectWrapper<ViewId>();
        var navigation = new Navigation(wide, here.getReadOnlyProperty(), to -> { }, FXCollections.observableHashMap(), List.of());
        here.set(place);
        navigation.setDisable(true);
        setLeft(navigation);
        setCenter(start);
    }
}
