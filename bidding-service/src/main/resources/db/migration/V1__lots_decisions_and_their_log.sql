-- How far each partition of the command log has been decided. Moving next_offset from exactly the value that a batch
-- started at is what fences a writer that has lost its partition (DESIGN, invariant 2).
create table partition_progress (
    partition   integer primary key,
    next_offset bigint      not null check (next_offset >= 0),
    clock       timestamptz not null
);

-- The present state of each lot, rewritten once per batch that touched it. `listing` holds the reserve and `state` the
-- leader's maximum: neither ever leaves the service.
create table lot (
    lot       uuid primary key,
    seller    text        not null,
    listing   bytea       not null,
    listed_at timestamptz not null,
    status    text        not null,
    closes_at timestamptz not null,
    version   bigint      not null,
    head      text        not null,
    state     bytea       not null
);
create index lot_by_end on lot (closes_at, lot);
create index lot_by_status_and_end on lot (status, closes_at, lot);
create index lot_by_seller_and_end on lot (seller, closes_at, lot);

-- The public log: the exact bytes that were hashed, sent and will be sent again.
create table event (
    lot     uuid   not null,
    version bigint not null,
    type    text   not null,
    body    bytea  not null,
    primary key (lot, version)
);

-- Every command with what became of it, by its place in the command log. A command id is decided once per lot; a
-- record that uses an id again with another content is kept as `conflicting`.
create table decision (
    partition     integer not null,
    record_offset bigint  not null,
    lot           uuid    not null,
    command_id    uuid    not null,
    account       text    not null,
    conflicting   boolean not null,
    command       bytea   not null,
    body          bytea   not null,
    first_version bigint  not null,
    last_version  bigint  not null,
    outbid        text,
    primary key (partition, record_offset)
);
create unique index decision_once on decision (command_id, lot) where not conflicting;

-- Who bids under which paddle, and up to what.
create table bidder (
    lot     uuid    not null,
    account text    not null,
    paddle  integer not null,
    highest bigint  not null,
    primary key (lot, account),
    unique (lot, paddle)
);
create index bidder_by_account on bidder (account, lot);
