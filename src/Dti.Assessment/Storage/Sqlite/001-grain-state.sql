CREATE TABLE grain_state (
    state_name  text    NOT NULL,
    key         text    NOT NULL,
    payload     text    NOT NULL,
    version     integer NOT NULL,
    modified_at text    NOT NULL,
    PRIMARY KEY (state_name, key)
) STRICT;
