CREATE TABLE account (
    name          text    PRIMARY KEY NOT NULL,
    role          text    NOT NULL,
    unit          text    NULL,
    scope         text    NULL,
    password_hash text    NOT NULL,
    must_change   integer NOT NULL,
    disabled      integer NOT NULL,
    created_at    text    NOT NULL
) STRICT;

CREATE TABLE token (
    id           text    PRIMARY KEY NOT NULL,
    account      text    NOT NULL,
    hash         text    NOT NULL UNIQUE,
    role         text    NULL,
    created_at   text    NOT NULL,
    last_used_at text    NULL,
    revoked      integer NOT NULL
) STRICT;

CREATE INDEX token_account ON token (account);

-- Keys that protect the sign-in cookie.
CREATE TABLE session_key (
    id  text PRIMARY KEY NOT NULL,
    xml text NOT NULL
) STRICT;

-- Keys that sign editions.
CREATE TABLE signing_key (
    id         text PRIMARY KEY NOT NULL,
    pem        text NOT NULL,
    created_at text NOT NULL
) STRICT;
