-- How far each partition of the command log has been decided. Moving next_offset from exactly the value that a batch
-- started at is what fences a writer that has lost its partition (DESIGN, invariant 2).
create table partition_progress (
    partition   integer primary key,
    next_offset bigint      not null check (next_offset >= 0),
    clock       timestamptz not null
) with (fillfactor = 50);

-- The present state of each lot, rewritten once per batch that touched it. `listing` holds the reserve and `state` the
-- leader's maximum: neither ever leaves the service. `price` is the public one (of an open Dutch lot, where it starts),
-- `ahead` the paddle that leads or has won; 0 if there is none, or nobody may know.
-- What a bid changes (price, bids, ahead, version, head, state) is in no index: so a bid's update is a HOT one, which
-- touches no index at all. Keep it so.
create table lot (
    lot       uuid primary key,
    seller    text        not null,
    listing   bytea       not null,
    listed_at timestamptz not null,
    format    text        not null,
    currency  text        not null,
    status    text        not null,
    closes_at timestamptz not null,
    price     bigint      not null,
    bids      bigint      not null,
    ahead     integer     not null,
    version   bigint      not null,
    head      text        not null,
    state     bytea       not null
) with (fillfactor = 70);
create index lot_by_end on lot (closes_at, lot);
create index lot_by_status_and_end on lot (status, closes_at, lot);
create index lot_by_seller_and_end on lot (seller, closes_at, lot);
create index lot_by_format_and_end on lot (format, closes_at, lot);
create index lot_by_listing on lot (listed_at, lot);
create index lot_by_status_and_listing on lot (status, listed_at, lot);
create index lot_by_seller_and_listing on lot (seller, listed_at, lot);

-- What lots are found by, in a table of its own, so that no bid and no new end has to do with it. The texts are folded:
-- small letters without accents.
create table lot_text (
    lot         uuid primary key,
    title       text not null,
    description text not null,
    words       tsvector not null generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')) stored
);
create index lot_text_by_words on lot_text using gin (words);

-- Fails, with an SQLSTATE of our own, if there is more than can be sorted in memory.
create function hold_bound(gathered bigint, most bigint) returns boolean language plpgsql as $$
begin
    if gathered > most then
        raise exception 'more than %', most using errcode = 'GV002';
    end if;
    return true;
end
$$;

-- What one batch decided on one lot, written once and never changed. Its lines end in \n between, not behind, them:
-- commands:  one line per command: {"T":…,"offset":…,"outbid":…?,"conflicting":true?,"command":…}, as `./gavel replay` reads
-- decisions: one line per command, in the same order: the exact bytes that were sent
-- events:    the public events, versions first_version to last_version: the exact bytes that were hashed and sent. A page
--            without events has first_version = last_version + 1.
-- batch is the offset at which the batch began: no page of it has a smaller first_offset, and no later batch's has.
create table page (
    partition     integer not null,
    batch         bigint  not null,
    first_offset  bigint  not null,
    last_offset   bigint  not null,
    lot           uuid    not null,
    first_version bigint  not null,
    last_version  bigint  not null,
    newest_bytes  integer not null,
    commands      bytea   not null,
    decisions     bytea   not null,
    events        bytea   not null,
    primary key (partition, first_offset)
) with (toast_tuple_target = 8160);
alter table page
    alter column commands set storage external,
    alter column decisions set storage external,
    alter column events set storage external,
    -- Nobody asks for these by value: to gather statistics of them would hold up everybody else.
    alter column commands set statistics 0,
    alter column decisions set statistics 0,
    alter column events set statistics 0;
create index page_by_lot on page (lot, last_version, first_offset);

-- A command id is decided once per lot, for ever, and this is where: in the page of its partition that begins at offset
-- `page`, at these bytes of its commands and decisions.
create table command (
    command_id     uuid    not null,
    lot            uuid    not null,
    page           bigint  not null,
    partition      integer not null,
    command_at     integer not null,
    command_bytes  integer not null,
    decision_at    integer not null,
    decision_bytes integer not null,
    constraint command_once unique (command_id, lot)
);

-- Who bids on what under which paddle, and up to what. `hand` is all that he holds, where the format keeps more than that.
create table bidder (
    account text    not null,
    lot     uuid    not null,
    paddle  integer not null,
    highest bigint  not null,
    hand    bytea,
    primary key (account, lot)
) with (fillfactor = 80);
create index bidder_with_hand on bidder (lot) where hand is not null;

-- All rows of a batch, one array a column; as one value, since each value of a statement costs the driver more than a column.
create type batch_rows as (
    -- partition_progress: where each stood, what it reached
    partition int4[], started int8[], reached int8[], clock timestamptz[],
    page_partition int4[], page_batch int8[], page_first_offset int8[], page_last_offset int8[], page_lot uuid[],
    page_first_version int8[], page_last_version int8[], page_newest_bytes int4[], page_commands bytea[],
    page_decisions bytea[], page_events bytea[],
    command_id uuid[], command_lot uuid[], command_page int8[], command_partition int4[], command_at int4[],
    command_bytes int4[], decision_at int4[], decision_bytes int4[],
    -- lot: changed
    lot uuid[], status text[], closes_at timestamptz[], price int8[], bids int8[], ahead int4[], version int8[], head text[],
    state bytea[],
    -- lot and lot_text: listed
    listed_lot uuid[], listed_status text[], listed_closes_at timestamptz[], listed_price int8[], listed_bids int8[],
    listed_ahead int4[], listed_version int8[], listed_head text[], listed_state bytea[], listed_seller text[],
    listed_listing bytea[], listed_listed_at timestamptz[], listed_format text[], listed_currency text[],
    listed_title text[], listed_description text[],
    bidder_account text[], bidder_lot uuid[], bidder_paddle int4[], bidder_highest int8[], bidder_hand bytea[]
);

-- Writes a batch: one call, one transaction, one round trip. Raises GV001, which takes all of it back, unless it moved the
-- progress of all its partitions from exactly where the batch began; command_once is broken where a command is decided
-- already.
create function write_batch(batch batch_rows) returns void language plpgsql as $$
declare
    moved bigint;
begin
    update partition_progress p set next_offset = m.reached, clock = m.clock
    from unnest(batch.partition, batch.started, batch.reached, batch.clock) m (partition, started, reached, clock)
    where p.partition = m.partition and p.next_offset = m.started;
    get diagnostics moved = row_count;
    if moved <> cardinality(batch.partition) then
        raise exception 'fenced: % of % partitions stood where the batch began', moved, cardinality(batch.partition)
            using errcode = 'GV001';
    end if;

    insert into page (partition, batch, first_offset, last_offset, lot, first_version, last_version, newest_bytes, commands,
        decisions, events)
    select * from unnest(batch.page_partition, batch.page_batch, batch.page_first_offset, batch.page_last_offset,
        batch.page_lot, batch.page_first_version, batch.page_last_version, batch.page_newest_bytes, batch.page_commands,
        batch.page_decisions, batch.page_events);

    insert into command (command_id, lot, page, partition, command_at, command_bytes, decision_at, decision_bytes)
    select * from unnest(batch.command_id, batch.command_lot, batch.command_page, batch.command_partition,
        batch.command_at, batch.command_bytes, batch.decision_at, batch.decision_bytes);

    update lot set status = n.status, closes_at = n.closes_at, price = n.price, bids = n.bids, ahead = n.ahead,
        version = n.version, head = n.head, state = n.state
    from unnest(batch.lot, batch.status, batch.closes_at, batch.price, batch.bids, batch.ahead, batch.version,
        batch.head, batch.state) n (lot, status, closes_at, price, bids, ahead, version, head, state)
    where lot.lot = n.lot;

    if cardinality(batch.listed_lot) > 0 then
        insert into lot (lot, status, closes_at, price, bids, ahead, version, head, state, seller, listing, listed_at, format,
            currency)
        select * from unnest(batch.listed_lot, batch.listed_status, batch.listed_closes_at, batch.listed_price,
            batch.listed_bids, batch.listed_ahead, batch.listed_version, batch.listed_head, batch.listed_state,
            batch.listed_seller, batch.listed_listing, batch.listed_listed_at, batch.listed_format, batch.listed_currency);
        insert into lot_text (lot, title, description)
        select * from unnest(batch.listed_lot, batch.listed_title, batch.listed_description);
    end if;

    insert into bidder (account, lot, paddle, highest, hand)
    select b.account, b.lot, b.paddle, b.highest, nullif(b.hand, '')
    from unnest(batch.bidder_account, batch.bidder_lot, batch.bidder_paddle, batch.bidder_highest, batch.bidder_hand)
        b (account, lot, paddle, highest, hand)
    on conflict (account, lot) do update set highest = excluded.highest, hand = excluded.hand;
end
$$;
