-- The bytes are files under blobs/; the row says what they are.
CREATE TABLE blob (
    sha256       text    PRIMARY KEY NOT NULL,
    bytes        blob    NULL,
    length       integer NOT NULL,
    content_type text    NOT NULL,
    created_at   text    NOT NULL
) STRICT;
