package barton.steward.ui.start;

import barton.steward.config.ConnectionSource;
import barton.steward.config.Preferences;
import java.util.ArrayList;
import java.util.List;

/// The addresses that were connected to, the latest first, without passwords.
public final class RecentConnections {
    private static final String KEY = "connections";
    private static final int MOST = 8;

    private final Preferences preferences;

    public RecentConnections(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Addresses as JSON can hold them.
    record Remembered(List<String> addresses) {
    }

    List<String> all() {
        return preferences.get(KEY, Remembered.class).map(Remembered::addresses).orElse(List.of());
    }

    /// Somebody connected to it; a password in it is not kept, and an address whose password cannot be taken out is not either.
    public void add(String address) {
        String shown = Address.of(address.strip()).shown();
        if (!shown.isBlank() && !ConnectionSource.hasPassword(shown)) {
            var all = new ArrayList<>(all());
            all.remove(shown);
            all.addFirst(shown);
            preferences.put(KEY, new Remembered(all.subList(0, Math.min(MOST, all.size()))));
        }
    }

    void forget(String address) {
        preferences.put(KEY, new Remembered(all().stream().filter(a -> !a.equals(address)).toList()));
    }
}
