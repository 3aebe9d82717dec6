package barton.steward.db.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a database must have, by name, to be adopted: the tables as they are after migration 006. The first column is the key.
public final class SchemaContract {
    /// The schemas in which our objects are.
    public static final List<String> SCHEMAS = List.of("intake", "marketing", "public", "shq");

    private static final String TABLES = """
            intake.company_raw_intake: id bigint, company text, company_name_for_emails text, num_employees integer, industry text,
              website text, company_linkedin_url text, facebook_url text, twitter_url text, company_street text, company_city text,
              company_state text, company_country text, company_postal_code text, company_address text, company_phone text,
              sic_codes text, founded_year integer, created_at timestamptz, state_abbrev text, import_batch_id text,
              validated boolean, validation_notes text, validated_at timestamptz, validated_by text
            intake.people_raw_intake: id bigint, first_name text, last_name text, full_name text, email text, work_phone text,
              personal_phone text, title text, seniority text, department text, company_name text, company_unique_id text,
              linkedin_url text, twitter_url text, facebook_url text, bio text, skills text[], education text, certifications text[],
              city text, state text, state_abbrev text, country text, source_system text, source_record_id text,
              import_batch_id text, validated boolean, validation_notes text, validated_at timestamptz, validated_by text,
              created_at timestamptz, updated_at timestamptz
            marketing.company_master: company_unique_id text, company_name text, website_url text, industry text,
              employee_count integer, company_phone text, address_street text, address_city text, address_state text,
              address_zip text, address_country text, linkedin_url text, facebook_url text, twitter_url text, sic_codes text,
              founded_year integer, keywords text[], description text, source_system text, source_record_id text,
              promoted_from_intake_at timestamptz, promotion_audit_log_id integer, created_at timestamptz, updated_at timestamptz,
              state_abbrev text, import_batch_id text, validated_at timestamptz, validated_by text, data_quality_score numeric
            marketing.company_slots: company_slot_unique_id text, company_unique_id text, slot_type text, slot_label text,
              created_at timestamptz
            marketing.people_master: unique_id text, company_unique_id text, company_slot_unique_id text, first_name text,
              last_name text, full_name text, title text, seniority text, department text, email text, work_phone_e164 text,
              personal_phone_e164 text, linkedin_url text, twitter_url text, facebook_url text, bio text, skills text[],
              education text, certifications text[], source_system text, source_record_id text,
              promoted_from_intake_at timestamptz, promotion_audit_log_id integer, created_at timestamptz, updated_at timestamptz,
              email_verified boolean
            marketing.company_sidecar: company_unique_id varchar, ein_number varchar, dun_and_bradstreet_number varchar,
              clay_tags text[], clay_segments text[], enrichment_payload jsonb, last_enriched_at timestamp, enrichment_source text,
              confidence_score numeric, created_at timestamp, updated_at timestamp
            marketing.people_sidecar: person_unique_id varchar, clay_insight_summary text, clay_segments text[],
              social_profiles jsonb, enrichment_payload jsonb, last_enriched_at timestamp, enrichment_source text,
              confidence_score numeric, created_at timestamp, updated_at timestamp
            public.shq_validation_log: validation_run_id text, source_table text, target_table text, total_records integer,
              passed_records integer, failed_records integer, executed_by text, executed_at timestamptz, notes text
            """;

    /// The columns of each table by their types, as they were first made.
    public static final Map<String, Map<String, String>> COLUMNS = parse(TABLES);

    /// The indexes that 007 makes where they are missing, by schema.
    public static final Map<String, List<String>> INDEXES = Map.of(
            "intake", List.of("idx_intake_batch_id", "idx_intake_validated"),
            "marketing", List.of("idx_master_batch_id", "idx_company_slots_company_id", "idx_people_email_verified",
                    "idx_company_sidecar_ein", "idx_company_sidecar_duns", "idx_company_sidecar_enriched", "idx_company_sidecar_source",
                    "idx_company_sidecar_confidence", "idx_company_sidecar_payload", "idx_people_sidecar_enriched",
                    "idx_people_sidecar_source", "idx_people_sidecar_confidence", "idx_people_sidecar_social",
                    "idx_people_sidecar_payload"),
            "public", List.of("idx_validation_log_source", "idx_validation_log_executed"));

    /// The columns with a foreign key, and the tables that they refer to.
    public static final Map<String, String> REFERENCES = Map.of(
            "marketing.company_slots.company_unique_id", "marketing.company_master",
            "marketing.people_master.company_unique_id", "marketing.company_master",
            "marketing.people_master.company_slot_unique_id", "marketing.company_slots",
            "marketing.company_sidecar.company_unique_id", "marketing.company_master",
            "marketing.people_sidecar.person_unique_id", "marketing.people_master");

    /// The columns whose values are checked.
    public static final List<String> CHECKED = List.of("marketing.company_master.company_unique_id",
            "marketing.company_master.employee_count", "marketing.company_master.founded_year", "marketing.people_master.email",
            "marketing.company_sidecar.confidence_score", "marketing.people_sidecar.confidence_score");

    private static final Set<String> TEXT = Set.of("text", "varchar", "bpchar");
    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");

    private SchemaContract() {
    }

    /// Whether functions and data access work where a column is of another type than it was first made with.
    /// Types are named as in `pg_type`, or as in [#COLUMNS].
    public static boolean convertible(String made, String found) {
        return same(made, found) || switch (made) {
            case "text", "varchar" -> TEXT.contains(found);
            case "integer", "bigint", "int4", "int8" -> WHOLE.contains(found);
            case "numeric" -> WHOLE.contains(found) || found.equals("float4") || found.equals("float8");
            case "timestamptz", "timestamp" -> found.equals("timestamptz") || found.equals("timestamp");
            case "text[]" -> TEXT.contains(found) || found.equals("_varchar");
            default -> false;
        };
    }

    /// The same for types as `format_type` writes them, as `character varying(500)`.
    public static boolean works(String made, String found) {
        return !made.equals(found) && convertible(name(made).replaceAll("_(.*)", "$1[]"), name(found));
    }

    private static String name(String type) {
        String plain = type.replaceAll("\\([0-9,]+\\)", "");
        String name = switch (plain.replace("[]", "")) {
            case "character varying" -> "varchar";
            case "character" -> "bpchar";
            case "timestamp with time zone" -> "timestamptz";
            case "timestamp without time zone" -> "timestamp";
            case "smallint" -> "int2";
            case "integer" -> "int4";
            case "bigint" -> "int8";
            case "real" -> "float4";
            case "double precision" -> "float8";
            case "boolean" -> "bool";
            default -> plain.replace("[]", "");
        };
        return plain.endsWith("[]") ? "_" + name : name;
    }

    /// Whether a column is of the type that it was first made with; named as for `convertible`.
    public static boolean same(String made, String found) {
        return found.equals(switch (made) {
            case "integer" -> "int4";
            case "bigint" -> "int8";
            case "boolean" -> "bool";
            case "text[]" -> "_text";
            default -> made;
        });
    }

    private static Map<String, Map<String, String>> parse(String tables) {
        var parsed = new LinkedHashMap<String, Map<String, String>>();
        for (String line : tables.replaceAll(",\n *", ", ").strip().split("\n")) {
            String[] table = line.split(": ", 2);
            var columns = new LinkedHashMap<String, String>();
            for (String column : table[1].split(", ")) {
                String[] nameAndType = column.strip().split(" ");
                columns.put(nameAndType[0], nameAndType[1]);
            }
            parsed.put(table[0], columns);
        }
        return parsed;
    }
}
