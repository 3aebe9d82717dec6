package barton.steward.ui;

import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Browser;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.WebAddress;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Leads to pages of the web; where no browser can be opened, the address is in the clipboard.
final class Browsing {
    private Browsing() {
    }

    static void open(AppContext context, String text) {
        WebAddress.of(text).ifPresentOrElse(address -> context.tasks().run(Messages.get("task.browse"), () -> {
            Browser.open(address);
            return address;
        }, opened -> { }, failure -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, address.toString()));
            context.notices().say(Messages.get("web.nobrowser", address.toString()));
        }), () -> context.notices().say(Messages.get("web.unsafe", text)));
    }
}
