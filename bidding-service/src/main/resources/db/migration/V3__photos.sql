-- Photos of lots, in three sizes, as JPEG. `photo` is the SHA-256 of `large`, as 64 hex digits: a photo is there once, whoever
-- sends it how often. `sent_at` is when it was sent last. `listed` is noted by the sweep, when it finds an old photo that a
-- lot was listed with: so it looks at each photo once.
create table photo (
    photo   text        primary key,
    sender  text        not null,
    sent_at timestamptz not null default now(),
    listed  boolean     not null default false,
    small   bytea       not null,
    medium  bytea       not null,
    large   bytea       not null
);
-- JPEG is not compressed again, and nobody asks for it by value.
alter table photo
    alter column small set storage external,
    alter column medium set storage external,
    alter column large set storage external,
    alter column small set statistics 0,
    alter column medium set statistics 0,
    alter column large set statistics 0;
create index photo_unlisted on photo (sent_at) where not listed;
create index photo_unlisted_by_sender on photo (sender) where not listed;

-- Which lots were listed with which photos: what stands in a row here is never removed. Written with the lot, and of no
-- concern to decisions: a photo that is not there is a gap in a page, not in a log.
create table lot_photo (
    photo text not null,
    lot   uuid not null,
    primary key (photo, lot)
);

-- A writer from before this migration sends fewer columns, and is refused from now on.
alter type batch_rows
    add attribute photo text[],
    add attribute photo_lot uuid[];

-- As before, with the photos of lots that are listed.
create or replace function write_batch(batch batch_rows) returns void language plpgsql as $$
declare
    moved bigint;
begin
    update partition_progress p set next_offset = m.reached, clock = m.clock, sign = m.sign
    from unnest(batch.partition, batch.started, batch.reached, batch.clock, batch.sign)
        m (partition, started, reached, clock, sign)
    where p.partition = m.partition and p.next_offset = m.started;
    get diagnostics moved = row_count;
    if moved <> cardinality(batch.partition) then
        raise exception 'fenced: % of % partitions stood where the batch began', moved, cardinality(batch.partition)
            using errcode = 'GV001';
    end if;

    if cardinality(batch.outage_partition) > 0 then
        insert into outage (partition, began, ended)
        select * from unnest(batch.outage_partition, batch.outage_began, batch.outage_ended);
        delete from outage o
        where o.partition = any (batch.outage_partition) and o.began <= (
            select n.began from outage n where n.partition = o.partition order by n.began desc offset 100 limit 1);
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
        insert into lot_photo (photo, lot)
        select * from unnest(batch.photo, batch.photo_lot);
    end if;

    insert into bidder (account, lot, paddle, highest, hand)
    select b.account, b.lot, b.paddle, b.highest, nullif(b.hand, '')
    from unnest(batch.bidder_account, batch.bidder_lot, batch.bidder_paddle, batch.bidder_highest, batch.bidder_hand)
        b (account, lot, paddle, highest, hand)
    on conflict (account, lot) do update set highest = excluded.highest, hand = excluded.hand;
end
$$;
