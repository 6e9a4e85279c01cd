-- Orleans fixes only the table "orleansquery" and its two columns; the rest is ours.
CREATE TABLE orleansquery (
    querykey  text PRIMARY KEY,
    querytext text NOT NULL
);

CREATE TABLE grain_state (
    service_id  text        NOT NULL,
    state_name  text        NOT NULL,
    -- Used by Orleans for keys that read as a number or a GUID; ours hold a '/' and stand in key_text alone.
    key_hi      bigint      NOT NULL,
    key_lo      bigint      NOT NULL,
    key_text    text        COLLATE "C" NOT NULL DEFAULT '',
    payload     jsonb       NULL,
    version     integer     NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service_id, state_name, key_hi, key_lo, key_text)
) WITH (fillfactor = 80);
