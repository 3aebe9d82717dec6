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
    public static final Field COMPANY_SLOT_UNIQUE_ID = required("company_slot_unique_id", TEXT);
    public static final Field COMPANY_UNIQUE_ID = fixed("company_unique_id", TEXT);
    public static final Field COMPANY_NAME = fixed("company_name", TEXT);
    public static final Field SLOT_TYPE = editable("slot_type", TEXT);
    public static final Field SLOT_LABEL = editable("slot_label", TEXT);
    public static final Field PEOPLE_COUNT = required("people_count", BIGINT);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);

    static final List<Field> ALL = List.of(COMPANY_SLOT_UNIQUE_ID, COMPANY_UNIQUE_ID, COMPANY_NAME, SLOT_TYPE, SLOT_LABEL,
            PEOPLE_COUNT, CREATED_AT);

    private SlotFields() {
    }
}
