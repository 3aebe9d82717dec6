package barton.steward.ui;

import barton.steward.model.alert.Alert;
import barton.steward.model.alert.AlertKind;
import barton.steward.service.alert.AlertText;
import barton.steward.ui.actions.AlertWatch;
import barton.steward.ui.actions.AlertWatch.Seen;
import barton.steward.ui.support.Desktop;
import barton.steward.ui.support.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Tells on the desktop, once, what newly wants attention while the steward is somewhere else. What there was when the database was opened,
/// or came while she was in the window, is nothing new. On the FX thread.
final class AlertNotices {
    private static final int MOST = 4;

    private final BooleanSupplier inUse;
    private final BooleanSupplier wanted;
    private final Desktop desktop;
    private final Map<String, Long> known = new HashMap<>();
    private boolean begun;
    private boolean compared;

    /// @param inUse  whether the steward is in the window now
    /// @param wanted whether she wants to be told
    AlertNotices(AlertWatch watch, BooleanSupplier inUse, BooleanSupplier wanted, Desktop desktop) {
        this.inUse = inUse;
        this.wanted = wanted;
        this.desktop = desktop;
        watch.seenProperty().subscribe(seen -> seen.ifPresent(this::tell));
    }

    private void tell(Seen seen) {
        List<Alert> fresh = seen.alerts().stream().filter(a -> a.isNewTo(known.get(a.key())))
                .filter(a -> begun && (compared || a.check() != AlertKind.UNLIKE)).toList();
        Map<String, Long> before = Map.copyOf(known);
        // Imports that are being compared anew are not gone.
        known.keySet().removeIf(key -> seen.uncompared() == 0 || !key.startsWith(AlertKind.UNLIKE.word() + "/"));
        seen.alerts().forEach(a -> known.put(a.key(), fresh.contains(a) ? a.records()
                : Math.min(a.records(), before.getOrDefault(a.key(), a.records()))));
        begun = true;
        compared |= seen.uncompared() == 0;
        if (!fresh.isEmpty() && wanted.getAsBoolean() && !inUse.getAsBoolean()) {
            String text = fresh.stream().limit(MOST).map(AlertText::of).collect(Collectors.joining("\n"));
            String title = Messages.get("attention.notice", fresh.size());
            Thread.ofVirtual().name("steward-notice").start(() -> desktop.show(title, text));
        }
    }
}
