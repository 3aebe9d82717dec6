package barton.steward.dao.sidecar;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.change.Records;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.history.EditResult;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// The sidecars of companies and people. Not to have one is normal; whatever is set makes one. Each setting counts as an enrichment of
/// now, unless it says when it was.
public interface SidecarDao {
    /// A sidecar as it is, or as it would be where there is none: with its key alone.
    Row read(Table sidecars, String key);

    /// Changes fields of a sidecar that was [#read], unless somebody else made or changed it meanwhile.
    EditResult save(Row read, Map<Field, Object> changes, String executor);

    /// Takes sidecars in: what a record gives is set, and nothing else. The state of a record is the `updated_at` by which its file
    /// knows the sidecar. A record that is older than what the sidecar says is a conflict too.
    /// @param look only tells what would be done
    /// @param announced how many sidecars would be written, as was told
    /// @param file  where the records come from
    /// @param again whether they are written although the same file was taken already; what they say since nobody changed is found anyway
    ImportSummary importRecords(Table sidecars, SourceFile file, boolean again, Records records, boolean look, OptionalLong announced,
            String executor, UUID request);

    /// Sets the same values for all of the selected companies or people.
    ImportSummary set(Selection owners, Map<Field, Object> values, boolean look, OptionalLong announced, String executor, UUID request);

    /// The most characters of a text, by the column's name; only columns that have such a limit.
    Map<String, Integer> longest(Table table);

    /// The table of the sidecars of companies in master, or of people.
    static Table of(Table owners) {
        return owners.entity().filter(e -> e.master() == owners).map(Entity::sidecar)
                .orElseThrow(() -> new IllegalArgumentException(owners + " have no sidecars"));
    }
}
