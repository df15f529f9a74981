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
    alter column events set storage external;
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

-- Writes a batch: one call, one transaction, one round trip. Raises GV001, which takes all of it back, unless it moved the
-- progress of all its partitions from exactly where the batch began; command_once is broken where a command is decided
-- already. Rows come as one array a column.
create function write_batch(
    -- 1 to 5: partitions, where each stood, what it reached, its clock; how many there are
    int4[], int8[], int8[], timestamptz[], int8,
    -- 6 to 16: page
    int4[], int8[], int8[], int8[], uuid[], int8[], int8[], int4[], bytea[], bytea[], bytea[],
    -- 17 to 24: command
    uuid[], uuid[], int8[], int4[], int4[], int4[], int4[], int4[],
    -- 25 to 40: lots that were listed
    uuid[], text[], timestamptz[], int8[], int8[], int4[], int8[], text[], bytea[], text[], bytea[], timestamptz[], text[],
    text[], text[], text[],
    -- 41 to 49: lots that changed
    uuid[], text[], timestamptz[], int8[], int8[], int4[], int8[], text[], bytea[],
    -- 50 to 54: bidder
    text[], uuid[], int4[], int8[], bytea[]
) returns void language plpgsql as $$
declare
    moved bigint;
begin
    update partition_progress p set next_offset = m.reached, clock = m.clock
    from unnest($1, $2, $3, $4) m (partition, started, reached, clock)
    where p.partition = m.partition and p.next_offset = m.started;
    get diagnostics moved = row_count;
    if moved <> $5 then
        raise exception 'fenced: % of % partitions stood where the batch began', moved, $5 using errcode = 'GV001';
    end if;

    insert into page (partition, batch, first_offset, last_offset, lot, first_version, last_version, newest_bytes, commands,
        decisions, events)
    select * from unnest($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

    insert into command (command_id, lot, page, partition, command_at, command_bytes, decision_at, decision_bytes)
    select * from unnest($17, $18, $19, $20, $21, $22, $23, $24);

    if cardinality($25) > 0 then
        insert into lot (lot, status, closes_at, price, bids, ahead, version, head, state, seller, listing, listed_at, format,
            currency)
        select * from unnest($25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38);
        insert into lot_text (lot, title, description) select * from unnest($25, $39, $40);
    end if;

    update lot set status = n.status, closes_at = n.closes_at, price = n.price, bids = n.bids, ahead = n.ahead,
        version = n.version, head = n.head, state = n.state
    from unnest($41, $42, $43, $44, $45, $46, $47, $48, $49)
        n (lot, status, closes_at, price, bids, ahead, version, head, state)
    where lot.lot = n.lot;

    insert into bidder (account, lot, paddle, highest, hand)
    select b.account, b.lot, b.paddle, b.highest, nullif(b.hand, '')
    from unnest($50, $51, $52, $53, $54) b (account, lot, paddle, highest, hand)
    on conflict (account, lot) do update set highest = excluded.highest, hand = excluded.hand;
end
$$;
