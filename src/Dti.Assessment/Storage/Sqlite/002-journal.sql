CREATE TABLE journal (
    id         integer PRIMARY KEY AUTOINCREMENT,
    at         text    NOT NULL,
    actor      text    NOT NULL,
    action     text    NOT NULL,
    subject    text    NOT NULL,
    cell       text    NULL,
    "before"   text    NULL,
    "after"    text    NULL,
    state_name text    NOT NULL,
    version    integer NOT NULL
) STRICT;

CREATE INDEX journal_subject ON journal (subject);

-- What was noted stays noted.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
