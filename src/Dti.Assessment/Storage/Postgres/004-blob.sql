CREATE TABLE blob (
    sha256       text   PRIMARY KEY,
    bytes        bytea  NOT NULL,
    length       bigint NOT NULL,
    content_type text   NOT NULL,
    created_at   text   NOT NULL
);

-- Evidence is mostly PDF and pictures: packing it again costs time and saves nothing.
ALTER TABLE blob ALTER COLUMN bytes SET STORAGE EXTERNAL;
