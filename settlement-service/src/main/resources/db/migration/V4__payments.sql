-- One row per payment that was ever asked for, for ever: what is charged, and what is known of it.
create table payment (
    key          text        primary key,   -- the idempotency key, here and at the provider
    lot          uuid        not null,
    payer        text        not null,      -- private
    amount       bigint      not null check (amount > 0),   -- in minor units
    currency     text        not null,
    state        text        not null check (state in ('open', 'unclear', 'declined', 'succeeded')),
    asked_at     timestamptz not null,
    looks        integer     not null default 0,            -- since something last pointed to it
    next_look_at timestamptz,               -- null: none is due; else also a lease while it is looked at
    provider_id  text        not null default '',           -- what the provider calls the charge
    reason       text        not null default ''            -- why declined or unclear
);

create index payment_due on payment (next_look_at) where next_look_at is not null;
create index payment_of_lot on payment (lot);

-- Webhooks that were taken, so that one that comes again is known; for 30 days.
create table payment_event (
    provider text        not null,
    id       text        not null,
    seen_at  timestamptz not null,
    primary key (provider, id)
);

create index payment_event_age on payment_event (seen_at);
