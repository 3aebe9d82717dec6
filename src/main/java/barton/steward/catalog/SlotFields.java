package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.BIGINT;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `marketing.company_slots`, with the name of the company and the number of people in the slot.
public final class SlotFields {
    public static final Field COMPANY_SLOT_UNIQUE_ID = required("company_slot_unique_id", TEXT).width(180);
    public static final Field COMPANY_UNIQUE_ID = fixed("company_unique_id", TEXT).width(180);
    public static final Field COMPANY_NAME = fixed("company_name", TEXT).width(260);
    public static final Field SLOT_TYPE = editable("slot_type", TEXT).width(120);
    public static final Field SLOT_LABEL = editable("slot_label", TEXT).width(260);
    public static final Field PEOPLE_COUNT = required("people_count", BIGINT);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);

    static final List<Field> ALL = List.of(COMPANY_SLOT_UNIQUE_ID, COMPANY_UNIQUE_ID, COMPANY_NAME, SLOT_TYPE, SLOT_LABEL,
            PEOPLE_COUNT, CREATED_AT);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(COMPANY_NAME, SLOT_LABEL, SLOT_TYPE, PEOPLE_COUNT, CREATED_AT, COMPANY_SLOT_UNIQUE_ID,
            COMPANY_UNIQUE_ID);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(SLOT_TYPE);

    private SlotFields() {
    }
}
