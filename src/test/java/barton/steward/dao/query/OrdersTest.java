package barton.steward.dao.query;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.db.Database;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The orders that stewards are offered without asking for one have an index, in both directions and in both phases: with sorting all but
/// forbidden the planner finds a way that sorts nothing, which with a million rows it takes.
class OrdersTest {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.over(TestDatabases.migrated());
    }

    static Stream<Query> orders() {
        var orders = new ArrayList<Query>();
        for (Table table : List.of(Table.INTAKE, Table.PEOPLE_INTAKE, Table.MASTER, Table.SLOTS, Table.PEOPLE)) {
            orders.add(Query.all(table).sortedBy(Sort.usual(table)));
        }
        for (Entity entity : Entity.values()) {
            for (Table table : List.of(entity.intake(), entity.master())) {
                Field name = table.title().getLast();
                orders.add(Query.all(table).sortedBy(Sort.ascending(name)));
                orders.add(Query.all(table).sortedBy(Sort.descending(name)));
            }
        }
        return orders.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderIsReadFromAnIndex(Query query) {
        for (Sql statement : new Paging(query).places(Optional.empty())) {
            List<String> plan = database.read(handle -> handle.inTransaction(h -> {
                h.execute("SET LOCAL enable_sort = off");
                h.execute("SET LOCAL enable_seqscan = off");
                h.execute("SET LOCAL enable_bitmapscan = off");
                return Sql.of("EXPLAIN").then(statement).then("LIMIT 200").query(h).mapTo(String.class).list();
            }));
            // Of a column that cannot be NULL nothing comes after its values.
            if (plan.stream().noneMatch(line -> line.contains("One-Time Filter: false"))) {
                assertThat(plan).noneMatch(line -> line.contains("Sort")).anyMatch(line -> line.contains("Index"));
            }
        }
    }
}
