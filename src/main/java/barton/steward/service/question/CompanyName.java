package barton.steward.service.question;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.table.TableDao;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the company that somebody names: by its Barton ID, by its whole name, or by a part of the name that no other company has.
public final class CompanyName {
    /// As many that a name could mean are told.
    private static final int TOLD = 10;

    private CompanyName() {
    }

    /// The company's Barton ID.
    /// @throws StewardException of kind REFUSED where no company, or more than one, is called so; it names those that are
    public static String id(TableDao tables, String named) {
        if (tables.row(Table.MASTER, named).isPresent()) {
            return named;
        }
        List<Row> found = tables.page(Query.all(Table.MASTER).where(new Condition(MasterFields.COMPANY_NAME, Condition.Op.CONTAINS, named))
                .sortedBy(Sort.ascending(MasterFields.COMPANY_NAME)), Optional.empty(), TableDao.MAX_PAGE);
        List<Row> exact = found.stream().filter(row -> row.text(MasterFields.COMPANY_NAME).strip().equalsIgnoreCase(named.strip()))
                .toList();
        List<Row> meant = exact.isEmpty() ? found : exact;
        if (meant.isEmpty()) {
            throw StewardException.refused("No company in master has the ID or the name “" + named + "”.",
                    "Part of the name is enough where only one company has it.");
        }
        if (meant.size() > 1) {
            throw StewardException.refused("“" + named + "” could be one of several companies: " + told(meant) + ".",
                    "Say which by its ID or its whole name.");
        }
        return meant.getFirst().key().toString();
    }

    private static String told(List<Row> companies) {
        String first = companies.stream().limit(TOLD).map(c -> c.text(MasterFields.COMPANY_NAME) + " (" + c.key() + ")")
                .collect(Collectors.joining(", "));
        return companies.size() > TOLD ? first + " and more" : first;
    }
}
