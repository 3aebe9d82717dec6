package barton.steward.model.likeness;

/// What a record may say of itself, as it is typed.
public enum Said {
    NAME, WEBSITE, PHONE, MOBILE, STREET, CITY, STATE, POSTCODE, COUNTRY, LINKEDIN, FACEBOOK, TWITTER, TAX_NUMBER, DUNS,
    FIRST_NAME, LAST_NAME, EMAIL, TITLE, COMPANY
}
