CREATE TABLE journal (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject    text        COLLATE "C" NOT NULL,
    cell       text        NULL,
    "before"   text        NULL,
    "after"    text        NULL,
    state_name text        NOT NULL,
    version    integer     NOT NULL
);

CREATE INDEX journal_subject ON journal (subject, id);

-- What was noted stays noted.
CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END
$body$;

CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
