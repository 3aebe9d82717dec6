package barton.steward.bench;

import barton.steward.catalog.Entity;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.service.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// The companies of the benchmark: made up by the database from the row's number and a fixed seed, so the same in every run.
/// Some words are frequent and most are rare, as in real lists; some values are missing; newer batches are less validated.
final class BenchData {
    static final String INTAKE = "intake.company_raw_intake";
    static final String RARE = "quillfeather";
    static final String FREQUENT = "mountain";
    static final String ONE_BATCH = "20251101-US-BATCH1";
    static final int BATCHES = 10;
    private static final int SEED = 20_251_122;

    private static final String FAMILIES = """
            Smith,Johnson,Miller,Davis,Wilson,Moore,Taylor,Anderson,Thomas,Jackson,White,Harris,Martin,Thompson,Garcia,Clark,Lewis,Walker,
            Hall,Allen,Young,King,Wright,Hill,Scott,Green,Adams,Baker,Nelson,Carter,Mitchell,Perez,Roberts,Turner,Phillips,Campbell,Parker,
            Evans,Edwards,Collins,Stewart,Morris,Rogers,Reed,Cook,Morgan,Bell,Murphy,Bailey,Cooper,Richardson,Cox,Howard,Ward,Peterson,Gray,
            Ramirez,James,Watson,Brooks,Kelly,Sanders,Price,Bennett,Wood,Barnes,Ross,Henderson,Coleman,Jenkins,Perry,Powell,Long,Patterson,
            Hughes,Flores,Washington,Butler,Simmons,Foster,Bryant,Alexander,Russell,Griffin,Hayes,Myers,Ford,Hamilton,Graham,Sullivan,
            Wallace,Woods,Cole,West,Jordan,Owens,Reynolds,Fisher,Ellis,Harrison,Gibson,Mcdonald,Cruz,Marshall,Ortiz,Gomez,Murray,Freeman,
            Wells,Webb,Simpson,Stevens,Tucker,Porter,Hunter,Hicks,Crawford,Henry,Boyd,Mason,Morales,Kennedy,Warren,Dixon,Burns,Gordon,Shaw,
            Holmes,Rice,Robertson,Hunt,Black,Daniels,Palmer,Mills,Nichols,Grant,Knight,Ferguson,Rose,Stone,Dunn,Perkins,Hudson,Spencer""";
    private static final String PLACES = """
            Valley,River,Mountain,Creek,Lake,Summit,Ridge,Prairie,Harbor,Canyon,Forest,Meadow,Spring,Island,Bluff,Hollow,Orchard,Mill,
            Cedar,Maple,Willow,Aspen,Birch,Laurel,Hickory,Magnolia,Juniper,Granite,Copper,Silver,Iron,Amber,Cobalt,Crescent,Keystone,
            Liberty,Pioneer,Frontier,Heritage,Beacon""";
    private static final String TRADES = """
            Construction,Engineering,Logistics,Dental Care,Law Office,Realty,Plumbing,Electric,Roofing,Consulting,Insurance,Farms,Foods,
            Brewing,Bakery,Family Health,Veterinary Clinic,Auto Repair,Trucking,Software,Analytics,Media,Printing,Textiles,Furniture,
            Steel Works,Machine Shop,Mining,Timber,Energy,Solar,Water Services,Security,Cleaning,Catering,Hospitality,Travel,Fitness,
            Child Care,Academy,Architects,Surveying,Accounting,Capital,Credit Union,Pharmacy,Optics,Instruments,Aviation,Marine""";
    private static final String SUFFIXES = "LLC,Inc.,Co.,Group,,& Sons,Partners,Services LLC,Corporation,Associates,of America,Holdings";
    private static final String INDUSTRIES = """
            construction,hospital & health care,information technology & services,real estate,law practice,restaurants,insurance,retail,
            mechanical or industrial engineering,transportation/trucking/railroad,farming,financial services,education management,
            automotive,machinery,mining & metals,oil & energy,nonprofit organization management,food & beverages,hospitality""";
    private static final String CITIES = """
            Houston|Texas|TX,Los Angeles|California|CA,Chicago|Illinois|IL,Phoenix|Arizona|AZ,Philadelphia|Pennsylvania|PA,
            Charleston|West Virginia|WV,Columbus|Ohio|OH,Charlotte|North Carolina|NC,Seattle|Washington|WA,Denver|Colorado|CO,
            Nashville|Tennessee|TN,Portland|Oregon|OR,Louisville|Kentucky|KY,Baltimore|Maryland|MD,Milwaukee|Wisconsin|WI,
            Albuquerque|New Mexico|NM,Atlanta|Georgia|GA,Omaha|Nebraska|NE,Miami|Florida|FL,Tulsa|Oklahoma|OK,Wichita|Kansas|KS,
            New Orleans|Louisiana|LA,Cleveland|Ohio|OH,Minneapolis|Minnesota|MN,Huntington|West Virginia|WV,Richmond|Virginia|VA,
            Boise|Idaho|ID,Des Moines|Iowa|IA,Detroit|Michigan|MI,Salt Lake City|Utah|UT,Birmingham|Alabama|AL,
            Morgantown|West Virginia|WV,Fargo|North Dakota|ND,Spokane|Washington|WA,Reno|Nevada|NV,Little Rock|Arkansas|AR,
            Jackson|Mississippi|MS,Hartford|Connecticut|CT,Providence|Rhode Island|RI,Manchester|New Hampshire|NH,
            Burlington|Vermont|VT,Billings|Montana|MT,Cheyenne|Wyoming|WY,Sioux Falls|South Dakota|SD,Anchorage|Alaska|AK,
            Honolulu|Hawaii|HI,Wilmington|Delaware|DE,Bangor|Maine|ME""";

    /// OFFSET 0 keeps each step from being done anew wherever the next one uses it.
    private static final String ROWS = """
            WITH word AS MATERIALIZED (
                SELECT string_to_array(?, ',') AS families, string_to_array(?, ',') AS places, string_to_array(?, ',') AS trades,
                       string_to_array(?, ',') AS suffixes, string_to_array(?, ',') AS industries, string_to_array(?, ',') AS cities),
            dice AS (
                SELECT i, ?::bigint AS n, (SELECT array_agg(((hashint8extended(i, ?::bigint + k) & 1048575) / 1048576.0)::float8)
                                           FROM generate_series(0, 15) k) AS u
                FROM generate_series(1, ?::bigint) i OFFSET 0),
            drawn AS (
                SELECT i, n, u, families[1 + floor(u[1] ^ 1.5 * cardinality(families))::int] AS family,
                       places[1 + floor(u[2] ^ 1.5 * cardinality(places))::int] AS place,
                       trades[1 + floor(u[3] * cardinality(trades))::int] AS trade,
                       suffixes[1 + floor(u[4] ^ 2 * cardinality(suffixes))::int] AS suffix,
                       industries[1 + floor(u[5] ^ 2 * cardinality(industries))::int] AS industry,
                       string_to_array(cities[1 + floor(u[6] ^ 2 * cardinality(cities))::int], '|') AS city,
                       floor((i - 1) * 10.0 / n)::int AS part
                FROM dice, word OFFSET 0),
            named AS (
                SELECT d.*, CASE WHEN i % greatest(n / 10, 1) = 3 THEN 'Quillfeather ' ELSE '' END
                            || CASE WHEN u[7] < 0.55 THEN family WHEN u[7] < 0.75 THEN family || ' & ' || city[1] ELSE place END
                            || CASE WHEN u[8] < 0.3 THEN ' ' || place ELSE '' END || ' ' || trade AS core,
                       CASE WHEN part < 7 THEN u[9] < 0.7 ELSE u[9] < 0.1 END AS good
                FROM drawn d OFFSET 0),
            row AS (
                SELECT m.*, rtrim(core || ' ' || suffix) AS name,
                       regexp_replace(lower(core), '[^a-z]+', '', 'g') || CASE WHEN u[10] < 0.5 THEN (i % 1000)::text ELSE '' END AS host,
                       format('%s %s St', floor(u[11] * 9900)::int + 1, family) AS street, format('%s', 10000 + floor(u[12] * 89999)) AS zip
                FROM named m OFFSET 0)
            """;
    private static final String COLUMNS = """
            company, company_name_for_emails, num_employees, industry, website, company_linkedin_url, facebook_url, twitter_url,
            company_street, company_city, company_state, company_country, company_postal_code, company_address, company_phone, sic_codes,
            founded_year""";
    private static final String VALUES = """
            CASE WHEN u[13] > 0.01 THEN name END, CASE WHEN u[13] < 0.9 THEN core END,
            CASE WHEN u[14] > 0.05 THEN floor(exp(u[14] * 9))::int END, CASE WHEN u[15] > 0.04 THEN industry END,
            CASE WHEN u[16] > 0.08 THEN 'https://www.' || host || '.example' END,
            CASE WHEN u[16] > 0.2 THEN 'http://www.linkedin.com/company/' || host END,
            CASE WHEN u[10] > 0.4 THEN 'https://www.facebook.com/' || host END,
            CASE WHEN u[10] > 0.7 THEN 'https://twitter.com/' || host END,
            street, city[1], CASE WHEN u[12] > 0.03 THEN city[2] END, 'United States', zip,
            street || ', ' || city[1] || ', ' || city[2] || ' ' || zip,
            CASE WHEN u[11] > 0.1 THEN format('(%s) 555-%s', 200 + floor(u[11] * 700), lpad(floor(u[7] * 9999)::text, 4, '0')) END,
            (1000 + floor(u[5] * 8999))::text, CASE WHEN u[8] > 0.1 THEN 1850 + floor(sqrt(u[8]) * 174)::int END""";

    private final BenchHome home;

    BenchData(BenchHome home) {
        this.home = home;
    }

    /// Fills intake with so many rows in ten batches, of which the three oldest are promoted; whatever was there is gone.
    void load(long rows) throws SQLException {
        empty();
        insert(rows, SEED, "'2025' || lpad((part + 1)::text, 2, '0') || '15-US-BATCH1'", "good");
        Session session = home.session();
        for (int part = 0; part < 3; part++) {
            session.promotion().promote(Entity.COMPANY, batch(part), IncludeEnrichment.NOTHING);
        }
        home.settle("marketing.company_master", "marketing.company_slots");
    }

    /// The same companies in one batch, every one validated and none promoted.
    void loadOneBatch(long rows) throws SQLException {
        empty();
        insert(rows, SEED, "'" + ONE_BATCH + "'", "true");
    }

    /// Other companies in a batch of their own instead of those that were promoted from the first row of intake on; every tenth of them
    /// is one of master in another spelling.
    void loadLeads(long rows, long promoted) throws SQLException {
        home.execute("TRUNCATE " + INTAKE);
        insert(rows, SEED + 200, "'" + ONE_BATCH + "'", "true");
        home.execute("SET session_replication_role = replica", """
                UPDATE %s i
                SET company = upper(m.company_name) || ' LLC', website = replace(m.website_url, 'www.', ''), company_phone = NULL,
                    company_city = m.address_city, company_state = m.address_state, state_abbrev = m.state_abbrev
                FROM marketing.company_master m
                WHERE i.id %% 10 = 0 AND m.source_record_id = (i.id - %d)::text""".formatted(INTAKE, promoted));
        home.settle(INTAKE);
    }

    private void empty() throws SQLException {
        forgetPromotions();
        home.execute("TRUNCATE " + INTAKE + " RESTART IDENTITY");
    }

    /// The name of a batch, 0 for the oldest.
    static String batch(int part) {
        return "2025%02d15-US-BATCH1".formatted(part + 1);
    }

    /// Empties master, runs and history.
    void forgetPromotions() throws SQLException {
        home.execute("TRUNCATE marketing.company_master, shq.action, public.shq_validation_log RESTART IDENTITY CASCADE");
    }

    /// Takes out of a table of intake what came after its first rows.
    void cut(String table, long rows) throws SQLException {
        home.execute("DELETE FROM " + table + " WHERE id > " + rows);
        home.settle(table);
    }

    /// Writes a CSV file of new companies, as a provider of leads would.
    void writeCsv(Path file, long rows) throws SQLException, IOException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement();
                OutputStream out = Files.newOutputStream(file)) {
            statement.execute("DROP TABLE IF EXISTS bench_new");
            statement.execute("CREATE TEMPORARY TABLE bench_new AS SELECT " + COLUMNS + " FROM " + INTAKE + " LIMIT 0");
            fill(connection, "INSERT INTO bench_new (" + COLUMNS + ") " + ROWS + "SELECT " + VALUES + " FROM row", rows, SEED + 100);
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY bench_new TO STDOUT WITH (FORMAT csv, HEADER)", out);
        }
    }

    private void insert(long rows, int seed, String batch, String good) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement()) {
            List<String> indexes = dropIndexes(statement);
            fill(connection, "INSERT INTO " + INTAKE + " (" + COLUMNS + ", created_at, state_abbrev, import_batch_id, validated, "
                    + "validation_notes, validated_at, validated_by) " + ROWS + "SELECT " + VALUES + ", "
                    + "now() - (10 - part) * interval '30 days', CASE WHEN u[12] > 0.3 THEN city[3] END, " + batch + ", " + good + ", "
                    + "CASE WHEN NOT " + good + " AND u[4] < 0.4 THEN 'error: website: is missing or no address' "
                    + "WHEN u[4] < 0.45 THEN 'note: num_employees: \"about 30\" is not a whole number, so it was left empty' END, "
                    + "CASE WHEN " + good + " THEN now() - (9 - part) * interval '30 days' END, "
                    + "CASE WHEN " + good + " THEN (ARRAY['ann', 'bea', 'carl'])[1 + floor(u[3] * 3)::int] END FROM row",
                    rows, seed);
            statement.execute("SET maintenance_work_mem = '512MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
        }
        home.settle(INTAKE);
    }

    private static List<String> dropIndexes(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        var definitions = new ArrayList<String>();
        try (ResultSet found = statement.executeQuery("""
                SELECT x.indexrelid::regclass::text, pg_get_indexdef(x.indexrelid) FROM pg_index x
                WHERE x.indrelid = 'intake.company_raw_intake'::regclass AND NOT x.indisprimary""")) {
            while (found.next()) {
                names.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("DROP INDEX " + name);
        }
        return definitions;
    }

    private static void fill(Connection connection, String sql, long rows, int seed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (String words : List.of(FAMILIES, PLACES, TRADES, SUFFIXES, INDUSTRIES, CITIES)) {
                statement.setString(at++, words.replaceAll(",\\s+", ","));
            }
            statement.setLong(at++, rows);
            statement.setInt(at++, seed);
            statement.setLong(at, rows);
            statement.executeUpdate();
        }
    }
}
