package barton.steward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            INTAKE | company_phone: is no possible phone number | Phone: is no possible phone number
            INTAKE | warning: num_employees: 0 is below 1 | warning: Employees: 0 is below 1
            INTAKE | note: edited since validation: website from "https://a.org" to nothing; company_city from "A; state from x" to "B" \
            | note: edited since validation: Website from "https://a.org" to nothing; City from "A; state from x" to "B"
            INTAKE | website: has no host; company_city: “A: b; c” is odd; warning: num_employees: 0 is below 1 \
            | Website: has no host; City: “A: b; c” is odd; warning: Employees: 0 is below 1
            INTAKE | rejected: website: looks odd | rejected: website: looks odd
            INTAKE | website looks odd, see https://x.example/company_phone | website looks odd, see https://x.example/company_phone
            PEOPLE_INTAKE | company_name: no company has this name, and company_unique_id is missing \
            | Company: no company has this name, and Company ID is missing
            LOG | Batch B: 1 left alone; intake id 7 breaks company_master_founded_year_check, which asks for ((founded_year >= 1700)) \
            | Batch B: 1 left alone; intake id 7 breaks a rule of the database about Founded
            LOG | intake id 7: breaks fk_company_sidecar_company, because marketing.company_master has no such row \
            | intake id 7: breaks a rule of the database
            INTAKE | new row for relation "company_master" violates check constraint "company_master_employee_count_check" \
            | breaks a rule of the database about Employees
            PEOPLE_INTAKE | null value in column "last_name" of relation "people_master" violates not-null constraint | Last name is missing
            PEOPLE_INTAKE | duplicate key value violates unique constraint "people_master_email_key" \
            | breaks a rule of the database about E-mail
            INTAKE | checked by ann_b for wv_leads | checked by ann_b for wv_leads""")
    void columnsAndConstraintsAreSaidInTheStewardsWords(Table table, String stored, String shown) {
        assertThat(StoredWords.of(table, stored)).isEqualTo(shown);
    }
}
