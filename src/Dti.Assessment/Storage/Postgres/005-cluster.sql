CREATE TABLE cluster_epoch (
    cluster_id text        PRIMARY KEY,
    version    integer     NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE cluster_member (
    cluster_id  text        NOT NULL REFERENCES cluster_epoch ON DELETE CASCADE,
    address     text        NOT NULL,
    port        integer     NOT NULL,
    generation  integer     NOT NULL,
    silo_name   text        NOT NULL,
    host_name   text        NOT NULL,
    status      integer     NOT NULL,
    proxy_port  integer     NOT NULL,
    suspects    text        NULL,
    started_at  timestamptz NOT NULL,
    alive_at    timestamptz NOT NULL,
    PRIMARY KEY (cluster_id, address, port, generation)
);
