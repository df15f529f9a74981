-- What is to be told to somebody outside, once or more often until he has it. Final ones are deleted after a while.
create table outbox_message (
    id      uuid        primary key,  -- told with it, so that who gets it twice knows
    lane    text        not null,     -- whom by which way: hook/<id>, or mail
    what    text        not null,     -- such as sale.paid
    dedupe  text        not null,     -- what it is about; put twice, it is one
    body    text        not null,     -- private
    state   text        not null default 'waiting'
            check (state in ('waiting', 'delivered', 'given-up')),
    tries   integer     not null default 0,  -- since it was last asked for
    made_at timestamptz not null,
    next_at timestamptz,              -- null: final; else also a lease while it is told
    unique (lane, dedupe)
);

create index outbox_waiting on outbox_message (lane, next_at) where next_at is not null;
create index outbox_of_lane on outbox_message (lane, made_at desc, id desc);
create index outbox_final on outbox_message (made_at) where next_at is null;

create table outbox_attempt (
    message uuid        not null references outbox_message on delete cascade,
    n       bigint      generated always as identity,
    at      timestamptz not null,
    outcome text        not null,
    took_ms integer     not null,
    primary key (message, n)
);

-- Where sellers want to be told of their sales.
create table seller_hook (
    id               uuid        primary key,
    account          text        not null,
    slot             integer     not null,   -- 1 to the most that one may have
    url              text        not null,
    events           text[]      not null,   -- such as sale.paid; none: all
    secret           text        not null,   -- sealed
    old_secret       text,                   -- sealed; signs too until
    old_secret_until timestamptz,
    state            text        not null check (state in ('enabled', 'disabled', 'failing', 'gone')),
    created_at       timestamptz not null,
    failing_since    timestamptz,            -- null: the last attempt was good
    unique (account, slot)
);

-- Where people get mail.
create table mailbox (
    account text        primary key,
    address text        not null,            -- private
    set_at  timestamptz not null
);
