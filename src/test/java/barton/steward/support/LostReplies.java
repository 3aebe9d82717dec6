package barton.steward.support;

import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.service.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import javax.sql.DataSource;

/// A session that loses the replies of one method of a data access object, after the database has done what was asked, until it is
/// repaired. It refuses to be asked on the window's thread.
public final class LostReplies {
    private final DataSource database;
    private final Class<?> type;
    private final String method;
    private boolean repaired;

    private LostReplies(DataSource database, Class<?> type, String method) {
        this.database = database;
        this.type = type;
        this.method = method;
    }

    public static LostReplies of(DataSource database, Class<?> type, String method) {
        return new LostReplies(database, type, method);
    }

    public Session session() {
        Daos real = JdbiDaos.over(Database.over(new FxThreadGuard(database)));
        RecordComponent[] all = Daos.class.getRecordComponents();
        try {
            Object[] daos = Arrays.stream(all).map(c -> dao(c, real)).toArray();
            Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class[]::new);
            return Session.over(Daos.class.getConstructor(types).newInstance(daos), "Losing replies", "ann");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// From now on every reply arrives.
    public void repair() {
        repaired = true;
    }

    private Object dao(RecordComponent component, Daos real) {
        Object dao;
        try {
            dao = component.getAccessor().invoke(real);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return component.getType() == type ? losing(dao) : dao;
    }

    private Object losing(Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            Object answer;
            try {
                answer = called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (called.getName().equals(method) && !repaired) {
                throw new StewardException(StewardException.Kind.OUTCOME_UNKNOWN, "The connection broke.", "Look it up.", null);
            }
            return answer;
        });
    }
}
