package barton.steward.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// What keeps somebody from using a part of a window by a screen reader, the keyboard or weak eyes, by what the nodes say of themselves
/// and the colours that they have now. On the FX thread.
public final class Accessibility {
    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT_OR_CONTROL = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    private final List<String> faults = new ArrayList<>();

    private Accessibility() {
    }

    /// A sentence for each fault of the nodes that can be seen below this one; equal ones once.
    public static List<String> faults(Node root) {
        var found = new Accessibility();
        found.look(root);
        return found.faults.stream().distinct().toList();
    }

    private void look(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isDisabled()) {
            if (node instanceof Button && node.isDisable() && Objects.toString(node.getAccessibleHelp(), "").isBlank()) {
                fault(node, "cannot be used and does not say why");
            }
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof IndexedCell)) {
            name(node);
        }
        if (node instanceof Text text) {
            text(text);
        }
        frame(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void name(Node node) {
        if (node instanceof ScrollPane) {
            return;
        }
        if (role(node) == AccessibleRole.NODE || role(node) == AccessibleRole.PARENT) {
            fault(node, "has no role");
        }
        if (spoken(node).isBlank()) {
            fault(node, "has no name");
        }
        if (node instanceof ButtonBase button && Objects.toString(button.getText(), "").isBlank() && help(node).isBlank()) {
            fault(node, "is an icon without help");
        }
        if ((node instanceof ToggleButton || node instanceof CheckBox || node instanceof RadioButton)
                && node.queryAccessibleAttribute(AccessibleAttribute.SELECTED) == null) {
            fault(node, "does not say whether it is selected");
        }
    }

    private static AccessibleRole role(Node node) {
        return node.getAccessibleRole();
    }

    /// What a field has in it is no name of it.
    private static String spoken(Node node) {
        String own = Objects.toString(node.getAccessibleText(), "");
        if (!own.isBlank()) {
            return own;
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label) {
            return Objects.toString(label.getText(), "");
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase) {
            return "";
        }
        return Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    }

    private static String help(Node node) {
        String own = Objects.toString(node.getAccessibleHelp(), "");
        return own.isBlank() && node instanceof Control control && control.getTooltip() != null ? control.getTooltip().getText() : own;
    }

    private void text(Text text) {
        if (text.getText().isBlank() || !(text.getFill() instanceof Color fill)
                || fill.getOpacity() * Contrast.opacity(text) == 0) {
            return;
        }
        boolean bold = FontWeight.findByName(text.getFont().getStyle().split(" ")[0]) == FontWeight.BOLD;
        boolean large = text.getFont().getSize() >= (bold ? LARGE_BOLD : LARGE);
        double least = text instanceof FontIcon || large ? LARGE_TEXT_OR_CONTROL : TEXT;
        double contrast = Contrast.of(text, fill);
        if (contrast < least) {
            fault(text, "contrast %.2f of %s".formatted(contrast, fill));
        }
    }

    /// A field or a box is known by its edge or its ground; a field of a record by its label and what is in it, or the sign for nothing.
    private void frame(Node node) {
        boolean field = node instanceof TextInputControl && node.getParent() != null && !within(node, "combo-box-base", "spinner",
                "custom-text-field")
                && !node.getStyleClass().contains("field-editor") || node instanceof ComboBoxBase;
        boolean box = Stream.of("box", "radio", "row-mark").anyMatch(node.getStyleClass()::contains);
        if ((field || box) && node instanceof Region region) {
            double contrast = Contrast.ofEdge(region);
            if (contrast < LARGE_TEXT_OR_CONTROL) {
                fault(node, "edge has contrast %.2f".formatted(contrast));
            }
        }
    }

    private static boolean within(Node node, String... classes) {
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            if (Stream.of(classes).anyMatch(n.getStyleClass()::contains)) {
                return true;
            }
        }
        return false;
    }

    private void fault(Node node, String what) {
        faults.add(place(node) + " " + what);
    }

    /// The classes and ids on the way to the node, without numbers that differ from run to run.
    private static String place(Node node) {
        var path = new ArrayList<String>();
        for (Node n = node; n != null && path.size() < 4; n = n.getParent()) {
            path.addFirst((n.getId() == null ? "" : "#" + n.getId())
                    + String.join("", n.getStyleClass().stream().map(c -> "." + c).toList()));
        }
        String text = node instanceof Text shown ? " “" + shown.getText() + "”"
                : node instanceof Labeled label ? " “" + label.getText() + "”" : "";
        return String.join(" > ", path) + text;
    }
}
