package barton.steward.model;

import java.util.List;

/// A step of the tour through the window: what was done, the pictures taken of it (names of files), and its figures.
public record TourStep(String did, List<String> pictures, List<Figure> figures) {
    /// A figure as the window shows it and as the database has it.
    public record Figure(String name, String window, String database, boolean agrees) {
        public static Figure of(String name, String window, String database) {
            return new Figure(name, window, database, window.equals(database));
        }
    }

    /// The figures by which window and database differ.
    public List<Figure> differences() {
        return figures.stream().filter(figure -> !figure.agrees()).toList();
    }
}
