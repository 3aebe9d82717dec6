package barton.steward.db.local;

/// Where the running local server answers, and as whom to go in.
public record LocalAddress(String host, int port, String database, String user, String password) {
    /// Without the password.
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
