package barton.steward.ui.palette;

/// Something that the palette can do: its name, the group it belongs to (`View`, `Batch` …), the keys that do the same
/// (blank where there are none), and the doing.
public record PaletteEntry(String title, String group, String keys, Runnable action) {
}
