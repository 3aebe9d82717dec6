package barton.steward.ui.controls;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Words as chips: Enter or a comma makes one of what is typed, a click on its cross or Backspace in the empty field takes it away.
public final class ChipsField extends VBox {
    private final ObservableList<String> words;
    private final FlowPane chips = new FlowPane();
    private final TextField typing = new TextField();
    private final String id;

    /// @param id    of what is typed into; the crosses of the chips are `id-0`, `id-1` …
    /// @param words what is edited
    public ChipsField(String id, String title, ObservableList<String> words) {
        this.id = id;
        this.words = words;
        var label = new Label(title);
        label.getStyleClass().add("form-label");
        label.setLabelFor(typing);
        typing.setId(id);
        typing.setAccessibleText(title);
        typing.setPromptText(Messages.get("chips.prompt"));
        typing.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        typing.addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (e.getCharacter().equals(",")) {
                commit();
                e.consume();
            }
        });
        typing.focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                commit();
            }
        });
        chips.getStyleClass().add("cell-chips");
        words.addListener((ListChangeListener<String>) c -> show());
        show();
        getStyleClass().add("form-pair");
        getChildren().addAll(label, Nodes.shownWhile(Bindings.isNotEmpty(words), chips), typing);
    }

    /// Makes chips of what is typed and none yet.
    public void commit() {
        String typed = typing.getText();
        if (!typed.isBlank()) {
            typing.clear();
            for (String word : typed.split(",")) {
                if (!word.isBlank() && !words.contains(word.strip())) {
                    words.add(word.strip());
                }
            }
        }
    }

    private void onKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && !typing.getText().isBlank()) {
            commit();
            e.consume();
        } else if (e.getCode() == KeyCode.BACK_SPACE && typing.getText().isEmpty() && !words.isEmpty()) {
            words.removeLast();
            e.consume();
        }
    }

    private void show() {
        chips.getChildren().clear();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            var text = new Label(word);
            var cross = new Button(null, new FontIcon(Feather.X));
            cross.setId(id + "-" + i);
            cross.setAccessibleText(Messages.get("chips.remove", word));
            cross.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "chip-remove");
            cross.setOnAction(e -> words.remove(word));
            var chip = new HBox(text, cross);
            chip.getStyleClass().addAll("chip", "chip-editable");
            chips.getChildren().add(chip);
        }
    }
}
