-- What may be offered to underbidders: nothing below the price at which the reserve was met.
alter table closing add column reserve text;              -- as the closed event says it
alter table closing add column reserve_met_price bigint;  -- from the reserve-met event

-- A sale moves on after the hammer, one revision a step.
alter table sale add column revision integer not null default 1;
alter table sale add column detail text;            -- all that its next step depends on; null: from before V3
alter table sale add column deadline_at timestamptz;-- when something happens by itself; null: never
alter table sale add column parties text[] not null default '{}';  -- its winner, and all it was offered to

create index sale_deadline on sale (deadline_at) where deadline_at is not null;
create index sale_of_party on sale using gin (parties);
create index sale_in_state on sale (state, closed_at desc, lot);

-- What brought each revision about, and by whom; an input is taken once.
create table sale_step (
    lot       uuid        not null references sale,
    revision  integer     not null,
    at        timestamptz not null,
    input_key text        not null,
    actor     text        not null,   -- an account, or settlement for the service itself
    what      text        not null,
    note      text        not null,   -- what was given with it, such as a reason
    state     text        not null,   -- after it
    primary key (lot, revision),
    unique (lot, input_key)
);

-- Double entry: the lines of one revision sum to zero in each currency.
create table ledger_line (
    lot      uuid        not null references sale,
    revision integer     not null,
    line     integer     not null,
    entry    text        not null,
    account  text        not null,
    currency text        not null,
    minor    bigint      not null,
    at       timestamptz not null,
    primary key (lot, revision, line)
);

create index ledger_line_of_account on ledger_line (account, at);

-- The last number given of each kind of document. The row is locked until its transaction ends, so
-- that numbers have no holes.
create table document_series (
    series text   primary key,
    last   bigint not null
);

insert into document_series values ('credit-note', 0), ('invoice', 0), ('statement', 0);

-- Invoices, credit notes and statements; never changed.
create table document (
    series    text        not null references document_series,
    number    bigint      not null,
    lot       uuid        not null references sale,
    revision  integer     not null,
    account   text        not null,   -- to whom
    issued_at timestamptz not null,
    corrects  bigint,                 -- the number of the invoice that a credit note takes back
    body      text        not null,
    primary key (series, number),
    unique (lot, revision, series)
);

create table strike (
    lot      uuid        not null references sale,
    revision integer     not null,
    account  text        not null,
    at       timestamptz not null,
    primary key (lot, revision)
);

create index strike_of_account on strike (account);
