-- What a unit called the evidence it uploaded; the bytes are a blob. Only a unit that uploaded a file may cite it.
CREATE TABLE evidence_file (
    sha256      text   NOT NULL,
    unit        text   NOT NULL,
    name        text   NOT NULL,
    bytes       bigint NOT NULL,
    type        text   NOT NULL,
    account     text   NOT NULL,
    uploaded_at text   NOT NULL,
    PRIMARY KEY (sha256, unit)
);

-- Failed sign-ins a name, of the last minutes only.
CREATE TABLE sign_in_failure (
    name     text    PRIMARY KEY,
    failures integer NOT NULL,
    last_at  text    COLLATE "C" NOT NULL
);
