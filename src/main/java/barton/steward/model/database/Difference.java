package barton.steward.model.database;

/// Something of the schema that is not as this version of the program makes it.
/// @param kind what it is, in a word or two: table, column, default, not null, function, view, constraint, index, trigger, grant, owner …
/// @param name by which the database knows it
/// @param problem what is wrong with it, which follows kind and name: `is missing`
/// @param breaks a sentence about what does not work therefore
/// @param fault whether something does not work; else it is only other than ours, as an adopted table may be
/// @param repair the statement that would put it back, blank where nobody can without touching rows or knowing more
public record Difference(String kind, String name, String problem, String breaks, boolean fault, String repair) {
    /// Whether `migrate --repair` tries it.
    public boolean repairable() {
        return fault && !repair.isBlank();
    }

    /// In a few words.
    public String text() {
        return kind + " " + name + " " + problem;
    }
}
