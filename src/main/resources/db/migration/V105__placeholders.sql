-- Texts that stand where there is no value, in whatever column. They are a team's to change; in the fields `unless` one is a value all the
-- same, as NA is Namibia and Null a name. Case, blanks around and brackets or quotes around do not matter, and text without a letter, a
-- digit or another sign that says something counts for none anyway: neither has to be listed.
-- Sources: what pandas, R and Excel write for what is missing, the error values of Excel, and the words that forms and directories have.
CREATE TABLE shq.placeholder (
    value    TEXT PRIMARY KEY CHECK (value ~ '\S' AND value = lower(btrim(value)) AND length(value) <= 60),
    unless   TEXT[] NOT NULL DEFAULT '{}',
    added_by TEXT,
    added_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

INSERT INTO shq.placeholder (value, unless)
SELECT w.value, CASE WHEN w.value = 'na' THEN ARRAY['company_country', 'country', 'address_country', 'first_name', 'last_name', 'full_name']
                     WHEN w.value IN ('nan', 'nil') THEN ARRAY['first_name', 'last_name']
                     WHEN w.value IN ('null', 'none', 'brak', 'test') THEN ARRAY['first_name', 'last_name', 'company_city', 'city', 'address_city']
                     WHEN w.value = 'n.d.' THEN ARRAY['company_state', 'state', 'state_abbrev', 'address_state']
                     ELSE '{}' END
FROM unnest(ARRAY[
    -- programs
    'n/a', 'na', 'n.a.', 'n.a', 'n / a', 'n\a', 'n-a', 'n/k', 'n/d', 'n.d.', 'n/v', 'a/n', 'nan', '-nan', '+nan', '1.#ind', '-1.#ind',
    '1.#qnan', '-1.#qnan', '<na>', 'null', 'nul', '\n', '\\n', 'none', 'nil', 'undefined', '(blank)', '[blank]', '<blank>',
    '(empty)', '[empty]', '<empty>', '(no value)', '[object object]', '#n/a', '#n/a n/a', '#na', '#null!', '#ref!', '#value!', '#name?',
    '#div/0!', '#num!', '#calc!', '#spill!', '#field!', '#blocked!', '#unknown!', '#connect!', '#busy!', '#getting_data', 'loading...',
    -- English
    'not available', 'not applicable', 'not provided', 'not specified', 'not known', 'not found', 'not given', 'not listed', 'not disclosed',
    'not entered', 'not set', 'not stated', 'not supplied', 'not yet', 'not yet known', 'no data', 'no value', 'no info', 'no information',
    'no answer', 'no response', 'no name', 'noname', 'no website', 'no web site', 'no url', 'no email', 'no e-mail', 'no phone',
    'no phone number', 'no number', 'no title', 'no company', 'no address', 'none given', 'none provided', 'none listed', 'none available',
    'unknown', 'unk', 'unkn', 'unknwn', 'uknown', 'unknown unknown', 'unknown company', 'company name', 'unspecified', 'unnamed',
    'undisclosed', 'unavailable', 'undetermined', 'missing', 'does not apply', 'doesn''t apply', 'do not know', 'don''t know', 'tbd', 't.b.d.',
    'tba', 't.b.a.', 'tbc', 't.b.c.', 'to be determined', 'to be announced', 'to be confirmed', 'to be defined', 'placeholder', 'test',
    'test test', 'testing', 'test company', 'xxx', 'xxxx', 'xxxxx', 'xxxxxx', 'zzz', 'asdf', 'asdfasdf', 'qwerty', 'lorem ipsum',
    'first name', 'last name', 'your name', 'your company', 'select one', 'select...', 'please select', '--select--', '-- select --',
    '--none--', '- none -', 'choose one', 'n/a n/a', 'null null', 'none none', 'null, null',
    -- addresses and numbers that nobody has
    'http', 'https', 'http:', 'https:', 'http://', 'https://', 'http://www', 'https://www', 'http://www.', 'https://www.', 'http://n/a',
    'https://n/a', 'http://na', 'https://na', 'http://null', 'https://null', 'http://none', 'https://none', 'http://undefined',
    'https://undefined', 'www', 'www.', 'na@na.com', 'n/a@n/a.com', 'none@none.com', 'null@null.com', 'no@no.com', 'noemail@noemail.com',
    'no@email.com', 'noemail@email.com', 'test@test.com', 'email@email.com', 'email@example.com', 'user@example.com', 'name@example.com',
    'example@example.com', 'you@example.com', 'unknown@unknown.com', 'xxx@xxx.com', 'a@a.com', 'asdf@asdf.com', '000-000-0000',
    '(000) 000-0000', '(000)000-0000', '000.000.0000', '000 000 0000', '0000000000', '+10000000000', '+1 000-000-0000', '111-111-1111',
    '(111) 111-1111', '1111111111', '999-999-9999', '(999) 999-9999', '9999999999', '123-456-7890', '(123) 456-7890', '1234567890',
    'xxx-xxx-xxxx', '00000', '00000-0000', '000000',
    -- German, French, Spanish, Portuguese, Italian, Dutch
    'k.a.', 'k. a.', 'k/a', 'keine angabe', 'keine angaben', 'unbekannt', 'nicht bekannt', 'nicht verfügbar', 'nicht vorhanden',
    'nicht angegeben', 'nicht zutreffend', 'entfällt', 'keine', 'kein', 'non renseigné', 'non renseignée', 'non communiqué', 'non disponible',
    'non spécifié', 'non précisé', 'non applicable', 'inconnu', 'inconnue', 'néant', 'aucun', 'aucune', 'sans objet', 's/o', 's/d', 's/n',
    'sin datos', 'sin información', 'sin informacion', 'sin especificar', 'no disponible', 'no aplica', 'no especificado', 'no informado',
    'desconocido', 'desconocida', 'ninguno', 'ninguna', 'por definir', 'não informado', 'nao informado', 'não disponível', 'não se aplica',
    'não especificado', 'não aplicável', 'desconhecido', 'nenhum', 'nenhuma', 'sem dados', 'sem informação', 'a definir', 'non disponibile',
    'non specificato', 'non applicabile', 'non pervenuto', 'sconosciuto', 'nessuno', 'nessuna', 'n.v.t.', 'nvt', 'niet van toepassing',
    'niet beschikbaar', 'niet bekend', 'onbekend', 'geen',
    -- the North and the East
    'okänd', 'okänt', 'saknas', 'ej angivet', 'ej tillgänglig', 'ukendt', 'ikke oplyst', 'ingen', 'ukjent', 'ikke oppgitt', 'tuntematon',
    'ei tiedossa', 'brak', 'brak danych', 'nie dotyczy', 'nieznany', 'nie podano', 'b/d', 'neznámý', 'neuvedeno', 'není', 'nincs', 'ismeretlen',
    'nincs adat', 'necunoscut', 'nespecificat', 'bilinmiyor', 'belirtilmemiş', 'yok', 'άγνωστο', 'нет', 'нет данных', 'не указано', 'не указан',
    'неизвестно', 'неизвестен', 'отсутствует', 'н/д', 'немає', 'невідомо', 'не вказано', 'н/п',
    -- Arabic, Hebrew, Chinese, Japanese, Korean
    'غير معروف', 'غير متوفر', 'غير محدد', 'لا يوجد', 'לא ידוע', 'לא זמין', 'אין', '无', '無', '暂无', '暫無', '未知', '不详', '不詳', '未填写', '未填寫',
    '不适用', '不適用', '没有', '沒有', 'なし', '無し', '不明', '未定', '未入力', '未設定', '未記入', '未登録', '該当なし', '非公開', '없음', '미정', '해당없음',
    '해당 없음', '알 수 없음', '미상', '미입력']) AS w (value);

-- What is filled in is asked very often: the list is read when it changes, not when a value is looked at.
CREATE FUNCTION shq.placeholders_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shq.learn_placeholders();
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.placeholders_changed() FROM PUBLIC;

CREATE TRIGGER placeholders_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON shq.placeholder
    FOR EACH STATEMENT EXECUTE FUNCTION shq.placeholders_changed();

-- Whoever sees records sees what does not count in them; who may change rules may change it.
GRANT SELECT ON shq.placeholder TO PUBLIC;
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.validation_rule'::regclass AND a.grantee <> c.relowner
                     AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
    LOOP
        EXECUTE format('GRANT %s ON shq.placeholder TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
