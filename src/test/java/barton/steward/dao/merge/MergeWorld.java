package barton.steward.dao.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// A few companies and people, drawn from a seed, what happens to them, and what must be left of it once every merge is taken out: what
/// there was at first, and each edit on the record on which it was made.
final class MergeWorld {
    private static final String[] COMPANY_CELLS = {"industry", "company_phone", "description", "linkedin_url", "address_city"};
    private static final String[] PEOPLE_CELLS = {"title", "department", "bio", "work_phone_e164", "education"};

    private final Connection connection;
    private final Random random;
    private final String sign;
    private final List<String> companies = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> merges = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    /// By table, key and column.
    private final Map<String, String> expected = new TreeMap<>();
    private int number;

    MergeWorld(Connection connection, int seed) throws SQLException {
        this.connection = connection;
        this.random = new Random(seed);
        this.sign = "%05d".formatted(seed);
        for (int c = 0; c < 4; c++) {
            addCompany();
        }
        expected.putAll(now());
    }

    List<String> story() {
        return story;
    }

    /// What is not as it must be: what it is, and what it must be.
    List<String> differences() throws SQLException {
        Map<String, String> now = now();
        var keys = new TreeSet<>(now.keySet());
        keys.addAll(expected.keySet());
        return keys.stream().filter(k -> !Objects.equals(now.get(k), expected.get(k)))
                .map(k -> k + " is " + now.get(k) + ", not " + expected.get(k)).toList();
    }

    void live() throws SQLException {
        for (int step = 0; step < 14; step++) {
            switch (random.nextInt(5)) {
                case 0 -> mergeSome("company", companies);
                case 1 -> mergeSome("person", people);
                case 2 -> unmergeOne();
                default -> edit();
            }
        }
        for (int more = 0; more < 200 && !merges.isEmpty(); more++) {
            unmergeOne();
        }
        assertNone(merges);
    }

    private static void assertNone(List<String> left) {
        if (!left.isEmpty()) {
            throw new AssertionError("cannot be unmerged: " + left);
        }
    }

    private void addCompany() throws SQLException {
        String id = id("01");
        run("INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id, industry,"
                + " company_phone, address_city, address_state, keywords, data_quality_score)"
                + " VALUES (?, ?, 'https://c.example', 'test', ?, ?, ?, ?, ?, ?::text[], ?::numeric)",
                id, "Company " + id, "r" + id, maybe("industry"), maybe("phone"), maybe("city"), maybe("state"),
                random.nextBoolean() ? "{a,k" + number + "}" : null, random.nextBoolean() ? "20" : null);
        companies.add(id);
        for (String label : List.of("North", "South")) {
            if (random.nextBoolean()) {
                run("INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)"
                        + " VALUES (?, ?, 'division', ?)", id("05"), id, label);
            }
        }
        if (random.nextBoolean()) {
            run("INSERT INTO marketing.company_sidecar (company_unique_id, ein_number, clay_tags, enrichment_payload, confidence_score,"
                    + " enrichment_source) VALUES (?, ?, ?::text[], ?::jsonb, ?::numeric, ?)", id, maybe("ein"), "{t,t" + number + "}",
                    "{\"a\": " + number + ", \"b\": {\"" + number + "\": 1}}", "50", maybe("source"));
        }
        for (int p = random.nextInt(4); p > 0; p--) {
            addPerson(id);
        }
    }

    private String addPerson(String company) throws SQLException {
        String id = id("02");
        run("INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,"
                + " source_system, title, email, email_verified, skills) VALUES (?, ?, ?, 'Ann', ?, 'test', ?, ?, ?::boolean, ?::text[])",
                id, company, slotOf(company), "L" + number, maybe("title"), random.nextBoolean() ? "a" + number + "@b.example" : null,
                random.nextBoolean() ? "true" : "false", random.nextBoolean() ? "{s,s" + number + "}" : null);
        people.add(id);
        if (random.nextBoolean()) {
            run("INSERT INTO marketing.people_sidecar (person_unique_id, clay_insight_summary, clay_segments, social_profiles)"
                    + " VALUES (?, ?, ?::text[], ?::jsonb)", id, maybe("insight"), "{g,g" + number + "}",
                    "{\"github\": \"x" + number + "\"}");
        }
        if (random.nextBoolean()) {
            run("INSERT INTO marketing.email_verification_log (person_unique_id, email) VALUES (?, ?)", id, "x" + number + "@b.example");
        }
        return id;
    }

    private String slotOf(String company) throws SQLException {
        return one(list("SELECT company_slot_unique_id FROM marketing.company_slots WHERE company_unique_id = ? ORDER BY 1", company));
    }

    private void mergeSome(String entity, List<String> all) throws SQLException {
        List<String> there = new ArrayList<>(there(all));
        if (there.size() < 2) {
            return;
        }
        Collections.shuffle(there, random);
        String survivor = there.getFirst();
        List<String> others = there.subList(1, Math.min(there.size(), 2 + random.nextInt(2)));
        var choice = new ArrayList<String>();
        for (String cell : entity.equals("company") ? COMPANY_CELLS : PEOPLE_CELLS) {
            if (random.nextInt(3) == 0) {
                choice.add("\"" + cell + "\": \"" + (random.nextBoolean() ? others.getFirst() : survivor) + "\"");
            }
        }
        if (entity.equals("person") && random.nextInt(3) == 0) {
            choice.add("\"company_unique_id\": \"" + others.getFirst() + "\"");
        }
        if (entity.equals("person") && random.nextInt(3) == 0) {
            choice.add("\"email\": \"" + others.getFirst() + "\"");
        }
        String run = list("SELECT shq.merge_records(?, ?, ?::text[], ?::jsonb, 'ann', NULL)", entity, survivor,
                "{" + String.join(",", others) + "}", "{" + String.join(",", choice) + "}").getFirst();
        merges.add(run);
        story.add(run + ": " + others + " into " + survivor + " " + choice);
    }

    /// Those into whose survivors others were merged later cannot go yet.
    private void unmergeOne() throws SQLException {
        if (merges.isEmpty()) {
            return;
        }
        String run = one(merges);
        if (!list("SELECT g.key FROM shq.merged g JOIN shq.merge m ON m.survivor = g.key WHERE m.validation_run_id = ?", run).isEmpty()) {
            return;
        }
        run("SELECT shq.unmerge(?, 'ann', '{\"*\": \"other\"}')", run);
        merges.remove(run);
        story.add("unmerged " + run);
    }

    private void edit() throws SQLException {
        String company = one(there(companies));
        List<String> persons = there(people);
        switch (random.nextInt(persons.isEmpty() ? 3 : 7)) {
            case 0 -> set("marketing.company_master", "company_unique_id", company, COMPANY_CELLS[random.nextInt(COMPANY_CELLS.length)]);
            case 1 -> {
                if (!list("SELECT 1 FROM marketing.company_sidecar WHERE company_unique_id = ?", company).isEmpty()) {
                    set("marketing.company_sidecar", "company_unique_id", company, "ein_number");
                    // One that a merge made keeps what was put into it since.
                    expected.put("company_sidecar " + company + " company_unique_id", company);
                }
            }
            case 2 -> {
                String slot = id("05");
                run("INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)"
                        + " VALUES (?, ?, 'division', ?)", slot, company, "New " + slot);
                expected.put("company_slots " + slot, company + " division New " + slot);
            }
            case 3, 4 -> set("marketing.people_master", "unique_id", one(persons), PEOPLE_CELLS[random.nextInt(PEOPLE_CELLS.length)]);
            case 5 -> move(one(persons), company);
            default -> {
                Map<String, String> before = now();
                String person = addPerson(company);
                now().forEach((key, value) -> {
                    if (!before.containsKey(key)) {
                        expected.put(key, value);
                    }
                });
                expected.put("people_master " + person + " place", place(expected.get("people_master " + person + " place").split(" ")[1]));
            }
        }
    }

    private void set(String table, String key, String id, String cell) throws SQLException {
        String value = "e" + ++number;
        run("UPDATE " + table + " SET " + cell + " = ? WHERE " + key + " = ?", value, id);
        expected.put(table.substring(table.indexOf('.') + 1) + " " + id + " " + cell, value);
        story.add("set " + cell + " of " + id + " to " + value);
    }

    /// A person who was put into a slot goes home with it. Who is put to where a merge had put her cannot be told from one who never left.
    private void move(String person, String company) throws SQLException {
        String slot = slotOf(company);
        if (list("""
                SELECT 1 FROM (SELECT company_unique_id, company_slot_unique_id FROM marketing.people_master WHERE unique_id = ?
                               UNION ALL
                               SELECT s.after ->> 'company_unique_id', s.after ->> 'company_slot_unique_id' FROM shq.merge_step s
                               WHERE s.key = ?) AS k (company, slot)
                WHERE k.company = ? AND k.slot = ?""", person, person, company, slot).isEmpty()) {
            put(person, company, slot);
        }
    }

    private void put(String person, String company, String slot) throws SQLException {
        run("UPDATE marketing.people_master SET company_unique_id = ?, company_slot_unique_id = ? WHERE unique_id = ?", company, slot,
                person);
        expected.put("people_master " + person + " place", place(slot));
        story.add("put " + person + " into " + slot + " of " + company);
    }

    private String place(String slot) {
        return expected.get("company_slots " + slot).split(" ")[0] + " " + slot;
    }

    /// What is there of this world, by table, key and column; without the times that triggers keep.
    Map<String, String> now() throws SQLException {
        var found = new TreeMap<String, String>();
        String mine = "'^04.04.0[125].[0-9]{2}." + sign + ".'";
        for (String query : List.of(
                "SELECT 'company_master', company_unique_id, to_jsonb(m) - 'updated_at' FROM marketing.company_master m"
                        + " WHERE company_unique_id ~ " + mine,
                "SELECT 'company_sidecar', company_unique_id, to_jsonb(m) - '{created_at,updated_at}'::text[]"
                        + " FROM marketing.company_sidecar m WHERE company_unique_id ~ " + mine,
                "SELECT 'people_sidecar', person_unique_id, to_jsonb(m) - '{created_at,updated_at}'::text[] FROM marketing.people_sidecar m"
                        + " WHERE person_unique_id ~ " + mine,
                "SELECT 'people_master', unique_id, to_jsonb(m) - '{updated_at,company_unique_id,company_slot_unique_id}'::text[]"
                        + " || jsonb_build_object('place', company_unique_id || ' ' || company_slot_unique_id)"
                        + " FROM marketing.people_master m WHERE unique_id ~ " + mine,
                "SELECT 'result', email, jsonb_build_object('of', person_unique_id) FROM marketing.email_verification_log"
                        + " WHERE person_unique_id ~ " + mine)) {
            for (String row : list("SELECT t || ' ' || k || ' ' || j.key || E'\\x01' || j.value FROM (" + query
                    + ") AS q (t, k, whole), jsonb_each_text(q.whole) j WHERE j.value IS NOT NULL")) {
                String[] parts = row.split("\u0001", -1);
                found.put(parts[0], parts[1]);
            }
        }
        for (String row : list("SELECT company_slot_unique_id || E'\\x01' || company_unique_id || ' ' || slot_type || ' ' || slot_label"
                + " FROM marketing.company_slots WHERE company_unique_id ~ " + mine)) {
            String[] parts = row.split("\u0001", -1);
            found.put("company_slots " + parts[0], parts[1]);
        }
        return found;
    }

    /// People in slots of other companies, companies without their one default slot, IDs that are there and merged away at once.
    List<String> faults() throws SQLException {
        return list("""
                SELECT 'slot of another: ' || p.unique_id FROM marketing.people_master p
                JOIN marketing.company_slots s USING (company_slot_unique_id) WHERE s.company_unique_id <> p.company_unique_id
                UNION ALL
                SELECT 'default slots: ' || m.company_unique_id FROM marketing.company_master m
                WHERE 1 <> (SELECT count(*) FROM marketing.company_slots s
                            WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')
                UNION ALL
                SELECT 'still merged: ' || g.key FROM shq.merged g""");
    }

    private List<String> there(List<String> ids) throws SQLException {
        return list("SELECT i.id FROM unnest(?::text[]) WITH ORDINALITY AS i (id, n)"
                + " WHERE EXISTS (SELECT FROM marketing.company_master m WHERE m.company_unique_id = i.id)"
                + " OR EXISTS (SELECT FROM marketing.people_master m WHERE m.unique_id = i.id) ORDER BY i.n",
                "{" + String.join(",", ids) + "}");
    }

    private String id(String kind) {
        return "04.04.%s.%02d.%s.%03d".formatted(kind, random.nextInt(100), sign, ++number % 1000);
    }

    private String maybe(String word) {
        return random.nextInt(3) == 0 ? null : word + ++number;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void run(String sql, String... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    private List<String> list(String sql, String... values) throws SQLException {
        try (var statement = prepared(sql, values); ResultSet rows = statement.executeQuery()) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
