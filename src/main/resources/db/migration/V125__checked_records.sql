-- What rules that ask a record alone last said of it: `rules` and `mark` tell whether rules and record are still those (shq.rules_mark,
-- shq.record_mark), `broken` are the numbers of the rules that it breaks, `keys` the forms of it by which it is compared with others. Who
-- changes a record need not know of it. Empty at first, so an upgrade costs nothing; the next run of rules fills it.
CREATE TABLE shq.checked_record (
    entity    TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    record_id BIGINT NOT NULL,
    rules     BIGINT NOT NULL,
    mark      BIGINT NOT NULL,
    broken    INTEGER[] NOT NULL,
    keys      TEXT[],
    PRIMARY KEY (entity, record_id)
);
