package barton.steward.db.drift;

/// One object of a database, as `catalogue.sql` reads it.
/// @param of the table or function that it is part of, blank where it is none
/// @param sign what makes it what it is, comparable between servers but for casts and brackets
/// @param make the statement that makes it, blank where there is none
/// @param unmake the statement that takes it away, blank where none is offered
public record CatalogueObject(String kind, String name, String of, String sign, String make, String unmake) {
    private static final String CASTS = "::(?:text|character varying|bpchar|character|timestamp(?: with(?:out)? time zone)?|numeric|integer"
            + "|bigint|date)(?:\\([0-9,]+\\))?(?:\\[\\])?";

    /// By what it is known among others.
    public String key() {
        return kind + " " + name;
    }

    /// The same text for what only differs in how a server writes it, or in casts that come from another type that works too.
    public String plainSign() {
        // Servers before 16 name the table of each column of a view.
        String plain = kind.equals("view") ? sign.replaceAll("\\b[a-z]\\.", "") : sign;
        return plain.replaceAll(CASTS, "").replaceAll("[()\\s]+", "").replace("public.", "");
    }
}
