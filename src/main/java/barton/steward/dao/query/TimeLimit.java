package barton.steward.dao.query;

import barton.steward.model.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.jdbc.PgStatement;

/// How long an answer may take before there is a better way to one. The driver stops the statement then; nothing is asked of the
/// server for it, which costs a round trip.
public record TimeLimit(Duration most) {
    private static final String STOPPED = "57014";

    /// The answer, or nothing where it took longer. Not in a transaction, which the stop would spoil.
    public <T> Optional<T> answer(Function<StatementCustomizer, T> question) {
        try {
            return Optional.of(question.apply(new Stop(most)));
        } catch (UnableToExecuteStatementException e) {
            if (!Work.isCancelled() && e.getCause() instanceof SQLException sql && STOPPED.equals(sql.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The statement with the limit upon it.
    public static Query on(Query statement, StatementCustomizer limit) {
        return statement.addCustomizer(limit);
    }

    private record Stop(Duration most) implements StatementCustomizer {
        @Override
        public void beforeExecution(java.sql.PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PgStatement.class).setQueryTimeoutMs(most.toMillis());
        }
    }
}
