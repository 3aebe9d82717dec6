package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.WebAddress;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens the page that a field names in the system's browser. It is there only where the field names one.
final class WebLink extends Button {
    private final AppContext context;
    private final Field field;
    private final Tooltip tooltip = new Tooltip();

    WebLink(AppContext context, Field field, String name) {
        super(null, new FontIcon(Feather.EXTERNAL_LINK));
        this.context = context;
        this.field = field;
        setId("open-" + field.name());
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "web-link");
        setAccessibleText(Messages.get("web.open.of", name));
        setTooltip(tooltip);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Row row) {
        Optional<String> address = Optional.ofNullable(row.text(field)).filter(text -> WebAddress.of(text).isPresent());
        setVisible(address.isPresent());
        address.ifPresent(text -> {
            tooltip.setText(Messages.get("web.open", text.strip()));
            setOnAction(e -> context.browse(text));
        });
    }
}
