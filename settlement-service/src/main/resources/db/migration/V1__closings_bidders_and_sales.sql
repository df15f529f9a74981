-- When a lot next needs the alarm: at its opening while it is scheduled, at its end while it is open,
-- never again once it is closed.
create function alarm(status text, opens_at timestamptz, closes_at timestamptz) returns timestamptz
    language sql immutable
    return case status
        when 'closed' then null
        when 'scheduled' then least(coalesce(opens_at, closes_at), closes_at)
        else closes_at
    end;

-- One row per lot: its timer, and what a sale will need of its events. Newest version wins.
create table closing (
    lot             uuid        primary key,
    version         bigint      not null,   -- of the newest event seen
    status          text        not null,
    closes_at       timestamptz not null,
    next_attempt_at timestamptz,            -- null: no close-due is due any more
    attempts        integer     not null default 0,
    -- from the listed event
    seller          text,
    title           text,
    currency        text,
    opens_at        timestamptz,
    -- from the closed event
    closed_version  bigint,
    closed_at       timestamptz,
    outcome         text,
    hammer          bigint,
    winner          integer
);

create index closing_due on closing (next_attempt_at) where next_attempt_at is not null;

-- Who bids under which paddle; private.
create table bidder (
    lot     uuid    not null,
    paddle  integer not null,
    account text    not null,
    max     bigint,                         -- the highest maximum he left, in minor units
    primary key (lot, paddle)
);

-- One sale per lot for ever, with the exact text that is published.
create table sale (
    lot          uuid        primary key,
    state        text        not null,
    buyer        text,
    seller       text        not null,
    closed_at    timestamptz not null,
    body         text        not null,
    published_at timestamptz                -- null: still to be published
);

create index sale_unpublished on sale (closed_at) where published_at is null;
create index sale_of_buyer on sale (buyer, closed_at desc) where buyer is not null;
create index sale_of_seller on sale (seller, closed_at desc);
