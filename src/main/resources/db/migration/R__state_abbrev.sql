-- The states of the US, its capital district, its territories, the states associated with it and the three areas of its forces, by the
-- abbreviations of its post. Window, commands and imports read this list. Source: Publication 28 of the USPS, ISO 3166-2:US; the further
-- spellings are abbreviations of the GPO's and the AP's style books, Spanish and French names, and misspellings that files have.
CREATE OR REPLACE FUNCTION shq.us_states() RETURNS TABLE (code TEXT, name TEXT, kind TEXT)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES
           ('AL', 'Alabama', 'state'),
           ('AK', 'Alaska', 'state'),
           ('AZ', 'Arizona', 'state'),
           ('AR', 'Arkansas', 'state'),
           ('CA', 'California', 'state'),
           ('CO', 'Colorado', 'state'),
           ('CT', 'Connecticut', 'state'),
           ('DE', 'Delaware', 'state'),
           ('FL', 'Florida', 'state'),
           ('GA', 'Georgia', 'state'),
           ('HI', 'Hawaii', 'state'),
           ('ID', 'Idaho', 'state'),
           ('IL', 'Illinois', 'state'),
           ('IN', 'Indiana', 'state'),
           ('IA', 'Iowa', 'state'),
           ('KS', 'Kansas', 'state'),
           ('KY', 'Kentucky', 'state'),
           ('LA', 'Louisiana', 'state'),
           ('ME', 'Maine', 'state'),
           ('MD', 'Maryland', 'state'),
           ('MA', 'Massachusetts', 'state'),
           ('MI', 'Michigan', 'state'),
           ('MN', 'Minnesota', 'state'),
           ('MS', 'Mississippi', 'state'),
           ('MO', 'Missouri', 'state'),
           ('MT', 'Montana', 'state'),
           ('NE', 'Nebraska', 'state'),
           ('NV', 'Nevada', 'state'),
           ('NH', 'New Hampshire', 'state'),
           ('NJ', 'New Jersey', 'state'),
           ('NM', 'New Mexico', 'state'),
           ('NY', 'New York', 'state'),
           ('NC', 'North Carolina', 'state'),
           ('ND', 'North Dakota', 'state'),
           ('OH', 'Ohio', 'state'),
           ('OK', 'Oklahoma', 'state'),
           ('OR', 'Oregon', 'state'),
           ('PA', 'Pennsylvania', 'state'),
           ('RI', 'Rhode Island', 'state'),
           ('SC', 'South Carolina', 'state'),
           ('SD', 'South Dakota', 'state'),
           ('TN', 'Tennessee', 'state'),
           ('TX', 'Texas', 'state'),
           ('UT', 'Utah', 'state'),
           ('VT', 'Vermont', 'state'),
           ('VA', 'Virginia', 'state'),
           ('WA', 'Washington', 'state'),
           ('WV', 'West Virginia', 'state'),
           ('WI', 'Wisconsin', 'state'),
           ('WY', 'Wyoming', 'state'),
           ('DC', 'District of Columbia', 'district'),
           ('AS', 'American Samoa', 'territory'),
           ('GU', 'Guam', 'territory'),
           ('MP', 'Northern Mariana Islands', 'territory'),
           ('PR', 'Puerto Rico', 'territory'),
           ('VI', 'U.S. Virgin Islands', 'territory'),
           ('UM', 'U.S. Minor Outlying Islands', 'territory'),
           ('FM', 'Federated States of Micronesia', 'associated'),
           ('MH', 'Marshall Islands', 'associated'),
           ('PW', 'Palau', 'associated'),
           ('AA', 'Armed Forces Americas', 'military'),
           ('AE', 'Armed Forces Europe', 'military'),
           ('AP', 'Armed Forces Pacific', 'military')
$$;

-- Their spellings, as shq.state_key folds them.
CREATE OR REPLACE FUNCTION shq.state_spellings() RETURNS JSONB
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '{
        "al": "AL", "alabama": "AL", "ala": "AL",
        "ak": "AK", "alaska": "AK", "alas": "AK", "alsk": "AK",
        "az": "AZ", "arizona": "AZ", "ariz": "AZ",
        "ar": "AR", "arkansas": "AR", "ark": "AR",
        "ca": "CA", "california": "CA", "calif": "CA", "cal": "CA", "kalifornien": "CA", "californie": "CA",
        "co": "CO", "colorado": "CO", "colo": "CO",
        "ct": "CT", "connecticut": "CT", "conn": "CT",
        "de": "DE", "delaware": "DE", "del": "DE", "dela": "DE",
        "fl": "FL", "florida": "FL", "fla": "FL", "flor": "FL", "floride": "FL",
        "ga": "GA", "georgia": "GA", "geor": "GA",
        "hi": "HI", "hawaii": "HI", "hawai": "HI", "haw": "HI",
        "id": "ID", "idaho": "ID", "ida": "ID",
        "il": "IL", "illinois": "IL", "ill": "IL", "ills": "IL",
        "in": "IN", "indiana": "IN", "ind": "IN",
        "ia": "IA", "iowa": "IA",
        "ks": "KS", "kansas": "KS", "kan": "KS", "kans": "KS",
        "ky": "KY", "kentucky": "KY", "ken": "KY", "kent": "KY",
        "la": "LA", "louisiana": "LA", "luisiana": "LA", "louisiane": "LA", "lousiana": "LA",
        "me": "ME", "maine": "ME",
        "md": "MD", "maryland": "MD",
        "ma": "MA", "massachusetts": "MA", "mass": "MA", "massachussetts": "MA", "massachusets": "MA", "massachusettes": "MA",
        "mi": "MI", "michigan": "MI", "mich": "MI",
        "mn": "MN", "minnesota": "MN", "minn": "MN",
        "ms": "MS", "mississippi": "MS", "miss": "MS", "misisipi": "MS", "missisippi": "MS", "mississipi": "MS",
        "mo": "MO", "missouri": "MO", "misuri": "MO",
        "mt": "MT", "montana": "MT", "mont": "MT",
        "ne": "NE", "nebraska": "NE", "neb": "NE", "nebr": "NE",
        "nv": "NV", "nevada": "NV", "nev": "NV",
        "nh": "NH", "newhampshire": "NH", "newhamp": "NH", "nuevahampshire": "NH", "nuevohampshire": "NH",
        "nj": "NJ", "newjersey": "NJ", "newjers": "NJ", "nuevajersey": "NJ",
        "nm": "NM", "newmexico": "NM", "newmex": "NM", "nmex": "NM", "nuevomexico": "NM",
        "ny": "NY", "newyork": "NY", "newyor": "NY", "nuevayork": "NY", "nys": "NY",
        "nc": "NC", "northcarolina": "NC", "ncar": "NC", "ncarolina": "NC", "nocarolina": "NC", "nocar": "NC", "northcar": "NC",
        "carolinadelnorte": "NC",
        "nd": "ND", "northdakota": "ND", "ndak": "ND", "ndakota": "ND", "nodakota": "ND", "nodak": "ND", "northdak": "ND",
        "dakotadelnorte": "ND",
        "oh": "OH", "ohio": "OH",
        "ok": "OK", "oklahoma": "OK", "okla": "OK",
        "or": "OR", "oregon": "OR", "ore": "OR", "oreg": "OR",
        "pa": "PA", "pennsylvania": "PA", "penn": "PA", "penna": "PA", "pensilvania": "PA", "pennsylvannia": "PA",
        "ri": "RI", "rhodeisland": "RI", "rhodeisl": "RI", "rhodeis": "RI",
        "sc": "SC", "southcarolina": "SC", "scar": "SC", "scarolina": "SC", "socarolina": "SC", "southcar": "SC",
        "carolinadelsur": "SC",
        "sd": "SD", "southdakota": "SD", "sdak": "SD", "sdakota": "SD", "sodakota": "SD", "sodak": "SD", "southdak": "SD",
        "dakotadelsur": "SD",
        "tn": "TN", "tennessee": "TN", "tenn": "TN", "tennesee": "TN",
        "tx": "TX", "texas": "TX", "tex": "TX", "tejas": "TX",
        "ut": "UT", "utah": "UT",
        "vt": "VT", "vermont": "VT", "verm": "VT",
        "va": "VA", "virginia": "VA", "virg": "VA",
        "wa": "WA", "washington": "WA", "wash": "WA", "washn": "WA",
        "wv": "WV", "westvirginia": "WV", "wva": "WV", "wvirg": "WV", "wvirginia": "WV", "westva": "WV", "westvir": "WV",
        "virginiaoccidental": "WV",
        "wi": "WI", "wisconsin": "WI", "wis": "WI", "wisc": "WI",
        "wy": "WY", "wyoming": "WY", "wyo": "WY",
        "dc": "DC", "districtofcolumbia": "DC", "washingtondc": "DC", "washdc": "DC", "wdc": "DC", "distofcolumbia": "DC",
        "districtofcolombia": "DC", "distritodecolumbia": "DC",
        "as": "AS", "americansamoa": "AS", "amsamoa": "AS", "easternsamoa": "AS",
        "gu": "GU", "guam": "GU",
        "mp": "MP", "northernmarianaislands": "MP", "cnmi": "MP", "northernmarianas": "MP", "nmarianaislands": "MP", "saipan": "MP",
        "pr": "PR", "puertorico": "PR", "portorico": "PR",
        "vi": "VI", "usvirginislands": "VI", "virginislands": "VI", "usvi": "VI", "unitedstatesvirginislands": "VI",
        "virginislandsoftheunitedstates": "VI", "virginislandsus": "VI",
        "um": "UM", "usminoroutlyingislands": "UM", "unitedstatesminoroutlyingislands": "UM", "minoroutlyingislands": "UM",
        "fm": "FM", "federatedstatesofmicronesia": "FM", "micronesia": "FM", "fsm": "FM",
        "mh": "MH", "marshallislands": "MH", "rmi": "MH",
        "pw": "PW", "palau": "PW",
        "aa": "AA", "armedforcesamericas": "AA", "armedforcestheamericas": "AA", "armedforcesamerica": "AA", "afamericas": "AA",
        "ae": "AE", "armedforceseurope": "AE", "armedforcesafrica": "AE", "armedforcescanada": "AE", "armedforcesmiddleeast": "AE",
        "armedforceseuropemiddleeastcanada": "AE", "armedforceseuropethemiddleeastandcanada": "AE", "afeurope": "AE",
        "ap": "AP", "armedforcespacific": "AP", "afpacific": "AP"
    }'::jsonb
$$;

-- What a state is called, without case, blanks, punctuation and the ZIP code behind.
CREATE OR REPLACE FUNCTION shq.state_key(state TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(lower(state), '[^a-z]+', '', 'g')
$$;

-- The two letters of a state from its name or its abbreviation, whatever its case, blanks and punctuation, also with the country, a ZIP
-- code or "state of" beside it; NULL for everything else. Of a record that names its country, shq.state_abbrev(state, country) is to be asked.
CREATE OR REPLACE FUNCTION shq.state_abbrev(state TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(state) <= 60 AND state !~ '[^ -~\u00a0\u02bb\u2000-\u206f\u3000\ufeff]'
               AND regexp_replace(state, '[0-9]{5}(-[0-9]{4})?\s*$', '') !~ '[0-9]' THEN coalesce(
        shq.state_spellings() ->> shq.state_key(state),
        shq.state_spellings() ->> regexp_replace(regexp_replace(shq.state_key(state),
            '^(?:(?:the)?(?:state|commonwealth|territory)of|us(?=..$))', ''), '(?:(?:united)?states?(?:ofamerica)?|usa?|state|unitedstatesofamerica)$', '')) END
$$;

-- The same of a record that is in that country: outside the US Georgia is no state of it. The US is meant where none is named.
CREATE OR REPLACE FUNCTION shq.state_abbrev(state TEXT, country TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN shq.region(country) = ANY ('{US,PR,GU,VI,AS,MP,UM,FM,MH,PW}'::text[]) THEN shq.state_abbrev(state) END
$$;
