package barton.steward.dao.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What clients of the database may rely on when they call `shq.merge_companies`, `shq.merge_people`, `shq.unmerge` and `shq.current_id`.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class MergeContractTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();
    private static int number;

    private final DataSource database;
    private final String batch = "B" + ++number;

    MergeContractTest(TestPostgres server) {
        database = DATABASES.computeIfAbsent(server, s -> TestDatabases.pooled(TestDatabases.migrated(s)));
    }

    private String company(String name, String columns, String values) {
        run("INSERT INTO intake.company_raw_intake (company, import_batch_id, validated, %s) VALUES ('%s', '%s', true, %s)"
                .formatted(columns, name, batch, values));
        promote();
        return ask("SELECT company_unique_id FROM marketing.company_master WHERE import_batch_id = '" + batch + "' AND company_name = '"
                + name + "'");
    }

    private String company(String name) {
        return company(name, "website", "'https://" + name.toLowerCase() + ".example'");
    }

    private void promote() {
        run("SELECT shq.promote_company_records('" + batch + "', 'ann')");
    }

    private String person(String company, String email) {
        run("INSERT INTO intake.people_raw_intake (first_name, last_name, email, company_unique_id, import_batch_id, validated)"
                + " VALUES ('Ann', 'Lee', '%s', '%s', '%s', true); SELECT shq.promote_people_records('%s', 'ann')"
                .formatted(email, company, batch, batch));
        return ask("SELECT unique_id FROM marketing.people_master WHERE email = '" + email + "'");
    }

    private String merge(String survivor, String other, String choice) {
        return ask("SELECT shq.merge_companies('%s', ARRAY['%s'], '%s', 'ann')".formatted(survivor, other, choice));
    }

    private String merge(String survivor, String other) {
        return merge(survivor, other, "{}");
    }

    private String unmerge(String run) {
        return ask("SELECT shq.unmerge('" + run + "', 'ann') ->> 'run'");
    }

    private String current(String id) {
        return ask("SELECT shq.current_id('" + id + "')");
    }

    @Test
    void theOthersGoIntoTheSurvivorAndGapsAreFilled() {
        String acme = company("Acme", "company_phone", "'1'");
        String other = company("Acme Corp", "website, industry, company_phone", "'https://acme.example', 'Mining', '2'");
        String lee = person(other, "lee" + batch + "@acme.example");

        String run = merge(acme, other);

        assertThat(run).matches("MRG-\\d{8}-\\d{6}-[0-9a-f]{8}");
        assertThat(ask("SELECT concat_ws('|', company_name, website_url, industry, company_phone, data_quality_score)"
                + " FROM marketing.company_master WHERE company_unique_id = '" + acme + "'"))
                .isEqualTo("Acme|https://acme.example|Mining|1|70.00");
        assertThat(ask("SELECT count(*) FROM marketing.company_master WHERE company_unique_id = '" + other + "'")).isEqualTo("0");
        assertThat(ask("SELECT p.company_unique_id || '|' || s.company_unique_id || '|' || s.slot_type FROM marketing.people_master p"
                + " JOIN marketing.company_slots s USING (company_slot_unique_id) WHERE unique_id = '" + lee + "'"))
                .isEqualTo(acme + "|" + acme + "|default");
        assertThat(ask("SELECT concat_ws('|', l.source_table, l.passed_records, l.executed_by, d.kind) FROM public.shq_validation_log l"
                + " JOIN shq.run_detail d USING (validation_run_id) WHERE validation_run_id = '" + run + "'"))
                .isEqualTo("marketing.company_master|1|ann|merge");
    }

    @Test
    void whatIsChosenStaysEvenWhereItIsNothing() {
        String acme = company("Acme", "industry, company_phone", "'Mining', '1'");
        String other = company("Acme Corp", "company_phone", "'2'");

        merge(acme, other, "{\"company_name\": \"%s\", \"industry\": \"%s\"}".formatted(other, other));

        assertThat(ask("SELECT concat_ws('|', company_name, coalesce(industry, '-'), company_phone) FROM marketing.company_master"
                + " WHERE company_unique_id = '" + acme + "'")).isEqualTo("Acme Corp|-|1");
    }

    @Test
    void anAddressIsOneOfThemAndNoMixture() {
        String acme = company("Acme", "company_city", "'Austin'");
        String other = company("Acme Corp", "company_street, company_city, company_postal_code", "'1 Main St', 'Dallas', '75201'");
        String third = company("Acme Inc", "company_street, company_city", "'2 Elm St', 'austin'");

        run("SELECT shq.merge_companies('%s', ARRAY['%s', '%s'], NULL, 'ann')".formatted(acme, other, third));

        assertThat(ask("SELECT concat_ws('|', address_street, address_city, address_zip) FROM marketing.company_master"
                + " WHERE company_unique_id = '" + acme + "'")).isEqualTo("2 Elm St|Austin");
    }

    @Test
    void sidecarsBecomeOneFieldByField() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        run("INSERT INTO marketing.company_sidecar (company_unique_id, clay_tags, enrichment_payload) VALUES ('%s', '{a,b}',"
                .formatted(acme) + " '{\"x\": {\"y\": 1}}'), ('%s', '{b,c}', '{\"x\": {\"y\": 2, \"z\": 3}, \"w\": 4}')".formatted(other));
        run("UPDATE marketing.company_sidecar SET ein_number = '12-3' WHERE company_unique_id = '" + other + "'");

        String run = merge(acme, other);

        assertThat(ask("SELECT concat_ws('|', ein_number, clay_tags, enrichment_payload) FROM marketing.company_sidecar"
                + " WHERE company_unique_id = '" + acme + "'")).isEqualTo("12-3|{a,b,c}|{\"w\": 4, \"x\": {\"y\": 1, \"z\": 3}}");
        run("UPDATE marketing.company_sidecar SET clay_tags = '{a,c,d}' WHERE company_unique_id = '" + acme + "'");
        unmerge(run);
        assertThat(list("SELECT concat_ws('|', ein_number, clay_tags, enrichment_payload) FROM marketing.company_sidecar"
                + " WHERE company_unique_id IN ('%s', '%s') ORDER BY ein_number NULLS FIRST".formatted(acme, other)))
                .containsExactly("{a,d}|{\"x\": {\"y\": 1}}", "12-3|{b,c}|{\"w\": 4, \"x\": {\"y\": 2, \"z\": 3}}");
    }

    @Test
    void aVerifiedAddressOfAPersonGoesWithItsVerification() {
        String acme = company("Acme");
        String one = person(acme, "one" + batch + "@acme.example");
        String two = person(acme, "two" + batch + "@acme.example");
        run("UPDATE marketing.people_master SET email_verified = true WHERE unique_id = '" + two + "'");
        run("INSERT INTO marketing.email_verification_log (person_unique_id, email) VALUES ('%s', 'two%s@acme.example')"
                .formatted(two, batch));

        String run = ask("SELECT shq.merge_people('%s', ARRAY['%s'], '{}', 'ann')".formatted(one, two));

        String state = "SELECT concat_ws('|', split_part(email, 'B', 1), email_verified, (SELECT count(*) FROM"
                + " marketing.email_verification_log l WHERE l.person_unique_id = p.unique_id)) FROM marketing.people_master p"
                + " WHERE unique_id = '";
        assertThat(ask(state + one + "'")).isEqualTo("two|t|1");
        unmerge(run);
        assertThat(ask(state + one + "'")).isEqualTo("one|f|0");
        assertThat(ask(state + two + "'")).isEqualTo("two|t|1");
    }

    @Test
    void theOthersIdIsThatOfTheSurvivorAlsoThroughChains() {
        String a = company("A");
        String b = company("Bee");
        String c = company("Cee");
        String first = merge(b, a);
        merge(c, b);

        assertThat(current(a)).isEqualTo(c);
        assertThat(current(c)).isEqualTo(c);
        assertThat(current("nobody")).isEqualTo("nobody");
        assertThatThrownBy(() -> unmerge(first)).rootCause().hasMessageContaining(b + " was merged into " + c + " since, in run MRG-");
    }

    @Test
    void aRowWhoseRecordWasMergedIsNotPromotedAgainAndItsPeopleFindTheSurvivor() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        String run = merge(acme, other);

        promote();
        String late = person(other, "late" + batch + "@acme.example");

        assertThat(ask("SELECT count(*) FROM marketing.company_master WHERE import_batch_id = '" + batch + "'")).isEqualTo("1");
        assertThat(ask("SELECT company_unique_id FROM marketing.people_master WHERE unique_id = '" + late + "'")).isEqualTo(acme);
        assertThat(ask("SELECT already_promoted FROM shq.promotion_preview('" + batch + "')")).isEqualTo("2");
        unmerge(run);
        assertThat(ask("SELECT company_unique_id FROM marketing.people_master WHERE unique_id = '" + late + "'")).isEqualTo(other);
    }

    @Test
    void aPromotionWhoseCompanyWasMergedNamesItAndTakesItBackOnceItIsUnmerged() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        String first = ask("SELECT validation_run_id FROM shq.run_detail d JOIN marketing.company_master m"
                + " ON m.promotion_audit_log_id = d.run_no WHERE company_unique_id = '" + other + "'");
        String run = merge(acme, other);

        assertThat(list("SELECT id || ' ' || kept_because FROM shq.records_of_run('" + first + "')"))
                .containsExactly(other + " was merged into " + acme + " in run " + run);
        assertThat(ask("SELECT shq.take_back_promotion('" + first + "', 'ann')")).isEqualTo("0");

        unmerge(run);
        assertThat(ask("SELECT shq.take_back_promotion('" + first + "', 'ann')")).isEqualTo("1");
    }

    @Test
    void tablesOfOthersThatWouldBreakForbidIt() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        run("CREATE TABLE public.contract" + batch + " (company TEXT REFERENCES marketing.company_master ON DELETE CASCADE);"
                + " INSERT INTO public.contract" + batch + " VALUES ('" + other + "');"
                + " CREATE TABLE public.deal" + batch + " (company_unique_id TEXT); INSERT INTO public.deal" + batch + " VALUES ('" + other
                + "')");

        assertThatThrownBy(() -> merge(acme, other)).rootCause()
                .hasMessageContaining(other + " is referred to by public.contract" + batch.toLowerCase());
        assertThat(list("SELECT referring || ' ' || rows FROM shq.loose_references('company', ARRAY['" + other + "'])"))
                .containsExactly("public.deal" + batch.toLowerCase() + " 1");
        assertThat(merge(other, acme)).startsWith("MRG-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'$a', ARRAY['$a'], '{}', 'ann' | is merged with others than itself", "'$a', '{}', '{}', 'ann' | none may be blank",
        "'$a', ARRAY['$b'], '{}', ' ' | none may be blank", "'$a', ARRAY['x'], '{}', 'ann' | Master has no company x",
        "'$a', ARRAY['$b'], '{\"colour\": \"$a\"}', 'ann' | no such value to stay: colour = ",
        "'$a', ARRAY['$b'], '{\"industry\": \"x\"}', 'ann' | no such value to stay: industry = x",
        "'$a', ARRAY['$b'], '{}', 'ann', 'stale' | not any more what was looked at"})
    void whatCannotBeMergedIsRefused(String arguments, String refusal) {
        String a = company("A");
        String b = company("Bee");

        assertThatThrownBy(() -> run("SELECT shq.merge_companies(" + arguments.replace("$a", a).replace("$b", b) + ")")).rootCause()
                .hasMessageContaining(refusal);
        assertThat(ask("SELECT count(*) FROM marketing.company_master WHERE import_batch_id = '" + batch + "'")).isEqualTo("2");
    }

    @Test
    void peopleWhoCameSinceIntoASlotThatGoesBackAreAskedAbout() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        String slot = "04.04.05.00.%05d.001".formatted(number);
        run("INSERT INTO marketing.company_slots VALUES ('%s', '%s', 'division', 'West')".formatted(slot, other));
        String run = merge(acme, other);
        String since = person(acme, "since" + batch + "@acme.example");
        run("UPDATE marketing.people_master SET company_slot_unique_id = '%s' WHERE unique_id = '%s'".formatted(slot, since));

        assertThatThrownBy(() -> unmerge(run)).rootCause().hasMessageContaining(since + " Ann Lee");
        assertThat(ask("SELECT shq.unmerge('%s', 'ann', '{\"%s\": \"survivor\"}') -> 'asked' -> 0 ->> 'answer'".formatted(run, since)))
                .isEqualTo("survivor");
        assertThat(ask("SELECT s.company_unique_id || s.slot_type FROM marketing.people_master p JOIN marketing.company_slots s"
                + " USING (company_slot_unique_id) WHERE unique_id = '" + since + "'")).isEqualTo(acme + "default");
    }

    @Test
    void theSameRequestMergesOnce() {
        String acme = company("Acme");
        String other = company("Acme Corp");
        String call = "SELECT set_config('steward.request_id', '%s', false); SELECT shq.merge_companies('%s', ARRAY['%s'], '{}', 'ann')"
                .formatted("00000000-0000-0000-0000-%012d".formatted(number), acme, other);

        run(call + ";" + call + "; RESET steward.request_id");

        assertThat(ask("SELECT count(*) FROM shq.merge WHERE survivor = '" + acme + "'")).isEqualTo("1");
    }

    @Test
    void ofTwoStewardsWhoMergeTheSameOneWaitsAndIsRefused() throws Exception {
        String a = company("A");
        String b = company("Bee");
        String c = company("Cee");

        try (var together = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = together.invokeAll(List.of(() -> outcome(a, b), () -> outcome(c, b)));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).filteredOn(o -> o.startsWith("MRG-")).hasSize(1);
            assertThat(List.of(both.get(0).get(), both.get(1).get())).filteredOn(o -> o.contains(b + " was merged into")).hasSize(1);
        }
    }

    private String outcome(String survivor, String other) {
        try {
            return merge(survivor, other);
        } catch (IllegalStateException e) {
            return e.getCause().getMessage();
        }
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private List<String> list(String sql) {
        return TestDatabases.list(database, sql);
    }
}
