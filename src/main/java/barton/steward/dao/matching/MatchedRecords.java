package barton.steward.dao.matching;

import barton.steward.catalog.Entity;
import barton.steward.model.likeness.Said;
import barton.steward.model.likeness.Traits;
import java.util.EnumMap;
import java.util.Map;

/// In what the matching of companies and of people differs, as SQL over a row `r`.
/// @param fromIntake   the rows of intake, with what is read beside them
/// @param besideMaster what is read beside the records of master
/// @param intake       the expression of each thing that is compared; so is `master`
/// @param pairs        the function that tells how the pairs stand
/// @param hold         the function that tells which rows they hold back
/// @param name         the name of a row of intake as it is compared
record MatchedRecords(Entity entity, Traits traits, String fromIntake, String besideMaster, Map<Said, String> intake,
                      Map<Said, String> master, String pairs, String hold, String name) {
    private static final String COMPANY_OF_INTAKE = "shq.match_company(r.company, r.company_name_for_emails)";

    static final MatchedRecords COMPANIES = new MatchedRecords(Entity.COMPANY, Traits.COMPANIES, "intake.company_raw_intake r",
            "LEFT JOIN marketing.company_sidecar s ON s.company_unique_id = r.company_unique_id", columns("""
                    name: %s
                    website: r.website
                    phone: r.company_phone
                    street: r.company_street
                    city: r.company_city
                    state: coalesce(nullif(btrim(r.state_abbrev), ''), r.company_state)
                    postcode: r.company_postal_code
                    country: r.company_country
                    linkedin: r.company_linkedin_url
                    facebook: r.facebook_url
                    twitter: r.twitter_url""".formatted(COMPANY_OF_INTAKE)), columns("""
                    name: r.company_name
                    website: r.website_url
                    phone: r.company_phone
                    street: r.address_street
                    city: r.address_city
                    state: coalesce(nullif(btrim(r.state_abbrev), ''), r.address_state)
                    postcode: r.address_zip
                    country: r.address_country
                    linkedin: r.linkedin_url
                    facebook: r.facebook_url
                    twitter: r.twitter_url
                    tax_number: s.ein_number
                    duns: s.dun_and_bradstreet_number"""), "shq.match_pair_state()", "shq.match_hold()", COMPANY_OF_INTAKE);

    static final MatchedRecords PEOPLE = new MatchedRecords(Entity.PERSON, Traits.PEOPLE,
            "intake.people_raw_intake r LEFT JOIN marketing.company_master c ON c.company_unique_id = btrim(r.company_unique_id::text)",
            "LEFT JOIN marketing.company_master c ON c.company_unique_id = r.company_unique_id", columns("""
                    first_name: r.first_name
                    last_name: r.last_name
                    name: r.full_name
                    email: r.email
                    phone: r.work_phone
                    mobile: r.personal_phone
                    linkedin: r.linkedin_url
                    twitter: r.twitter_url
                    facebook: r.facebook_url
                    company: coalesce(c.company_name, r.company_name)
                    title: r.title
                    city: r.city
                    state: coalesce(nullif(btrim(r.state_abbrev), ''), r.state)
                    country: r.country"""), columns("""
                    first_name: r.first_name
                    last_name: r.last_name
                    email: r.email
                    phone: r.work_phone_e164
                    mobile: r.personal_phone_e164
                    linkedin: r.linkedin_url
                    twitter: r.twitter_url
                    facebook: r.facebook_url
                    company: c.company_name
                    title: r.title"""), "shq.people_pair_state()", "shq.people_hold()",
            "shq.match_person(r.first_name, r.last_name, r.full_name)");

    static MatchedRecords of(Entity entity) {
        return switch (entity) {
            case COMPANY -> COMPANIES;
            case PERSON -> PEOPLE;
        };
    }

    private static Map<Said, String> columns(String lines) {
        var columns = new EnumMap<Said, String>(Said.class);
        lines.lines().map(line -> line.split(": ", 2)).forEach(line -> columns.put(Said.valueOf(line[0].toUpperCase(java.util.Locale.ROOT)),
                line[1]));
        return columns;
    }

    /// The key of a record of master.
    String key() {
        return "r." + entity.master().key().name();
    }

    /// The threshold from which pairs are shown.
    String shown() {
        return "p.score >= (SELECT s.shown FROM shq.match_limits('" + entity.word() + "') s)";
    }
}
