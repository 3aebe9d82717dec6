-- The standard rules ask whether what is written is a value and what kind of one, each under a code of its own. What a team has changed
-- stays as it is. A rule of every text of a record may find fault with several fields of one.
ALTER TABLE shq.finding DROP CONSTRAINT finding_pkey, ADD PRIMARY KEY (entity, record_id, rule_code, run_no, field);

-- The kinds of these rules are known to functions that come after all migrations; they check them when they are used.
ALTER TABLE shq.validation_rule DISABLE TRIGGER check_rule;

UPDATE shq.validation_rule r SET parameters = n.parameters::jsonb, message = n.message
FROM (VALUES
    ('website_host', '{"as": "host", "pattern":
        "^(?:[a-z0-9\u00a1-\uffff](?:[a-z0-9_\u00a1-\uffff-]*[a-z0-9\u00a1-\uffff])?\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})$"}',
        'has no plausible public host name', '{"as": "web", "pattern": "."}', 'has no plausible public host name'),
    ('state_known', '{"as": "state", "pattern": "^[A-Z]{2}$", "when": {"field": "company_country",
        "as": "letters", "values": ["us", "usa", "unitedstates", "unitedstatesofamerica"], "blank": true}}',
        'is no state, district or territory of the US',
        '{"as": "state", "pattern": "^[A-Z]{2}$", "when": {"field": "company_country", "as": "region", "values": ["US"]}}',
        'is no state, district or territory of the US'),
    ('state_agrees', '{"as": "state", "with": "company_state", "when": {"field": "company_country",
        "as": "letters", "values": ["us", "usa", "unitedstates", "unitedstatesofamerica"], "blank": true}}',
        'is not the abbreviation of the state',
        '{"as": "state", "with": "company_state", "when": {"field": "company_country", "as": "region", "values": ["US"]}}',
        'is not the abbreviation of the state'),
    ('email_well_formed', '{"pattern": "^[^@\\s,;<>]+@(?:[^@\\s,;<>.]+\\.)+[^@\\s,;<>.]{2,}$"}', 'is not well formed',
        '{"as": "email", "pattern": "."}', 'is not exactly one address of a host that can exist')
) AS n (code, old_parameters, old_message, parameters, message)
WHERE r.rule_set = 'standard' AND r.code = n.code AND r.parameters = n.old_parameters::jsonb AND r.message = n.old_message;

INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message, position)
SELECT 'standard', r.code, r.entity, r.field, r.kind, r.parameters::jsonb, r.severity, r.message, r.position
FROM (VALUES
    ('company', 'placeholder', '*', 'placeholder', '{}', 'error', 'is a placeholder and no value', 200),
    ('company', 'invisible_text', '*', 'clean', '{"of": "invisible"}', 'error', 'has characters that cannot be seen', 210),
    ('company', 'control_characters', '*', 'clean', '{"of": "controls"}', 'warning', 'has control characters', 220),
    ('company', 'html_entities', '*', 'clean', '{"of": "entities"}', 'warning', 'has letters written as HTML', 230),
    ('company', 'mojibake', '*', 'clean', '{"of": "mojibake"}', 'warning', 'was read in another encoding than it was written in', 240),
    ('company', 'website_email', 'website', 'placeholder', '{"as": "web_fault", "values": ["email"]}', 'error',
        'is an e-mail address', 32),
    ('company', 'website_scheme', 'website', 'placeholder', '{"as": "web_fault", "values": ["scheme"]}', 'error', 'begins with something else than http:// or https://', 34),
    ('company', 'country_known', 'company_country', 'regex', '{"as": "country", "pattern": "."}', 'warning', 'is no country that is known', 75),
    ('company', 'postcode_shape', 'company_postal_code', 'regex', '{"as": "postcode", "pattern": "."}', 'warning',
        'has not the shape of a postal code of the record''s country', 78),
    ('person', 'person_placeholder', '*', 'placeholder', '{}', 'error', 'is a placeholder and no value', 200),
    ('person', 'person_invisible_text', '*', 'clean', '{"of": "invisible"}', 'error', 'has characters that cannot be seen', 210),
    ('person', 'person_control_characters', '*', 'clean', '{"of": "controls"}', 'warning', 'has control characters', 220),
    ('person', 'person_html_entities', '*', 'clean', '{"of": "entities"}', 'warning', 'has letters written as HTML', 230),
    ('person', 'person_mojibake', '*', 'clean', '{"of": "mojibake"}', 'warning', 'was read in another encoding than it was written in', 240),
    ('person', 'full_name_only', 'full_name', 'list', '{"values": ["nobody"], "when": {"field": "last_name", "values": ["nobody"], "blank": true}}',
        'warning', 'is to be split into first and last name', 15),
    ('person', 'person_country_known', 'country', 'regex', '{"as": "country", "pattern": "."}', 'warning', 'is no country that is known', 75),
    ('person', 'person_state_known', 'state', 'regex', '{"as": "state", "pattern": "^[A-Z]{2}$", "when": {"field": "country", "as": "region", "values": ["US"]}}',
        'warning', 'is no state, district or territory of the US', 76)
) AS r (entity, code, field, kind, parameters, severity, message, position)
ON CONFLICT DO NOTHING;

ALTER TABLE shq.validation_rule ENABLE TRIGGER check_rule;
