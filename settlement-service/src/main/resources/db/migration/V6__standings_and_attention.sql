-- How each bidder stands with the house who ever did not pay in time, or about whom an operator ruled.
create table standing (
    account      text        primary key,
    strikes      bigint      not null,
    suspended    boolean     not null,   -- he may not bid, and is offered nothing
    version      bigint      not null,   -- one more with each change
    changed_at   timestamptz not null,
    published_at timestamptz             -- null: still to be published
);

create index standing_unpublished on standing (changed_at) where published_at is null;
create index standing_by_strikes on standing (strikes desc, changed_at desc, account);

-- What changed it, and who did; a ruling is taken once.
create table standing_step (
    account   text        not null references standing,
    version   bigint      not null,
    at        timestamptz not null,
    input_key text        not null,
    actor     text        not null,   -- an operator, or settlement for the service itself
    what      text        not null,   -- strike, suspend or reinstate
    note      text        not null,   -- the lot, or the reason
    suspended boolean     not null,   -- after it
    primary key (account, version),
    unique (account, input_key)
);

-- Strikes from before: three suspend, as is the default.
insert into standing
select account, count(*), count(*) >= 3, 1, max(at) from strike group by account;

insert into standing_step
select account, 1, changed_at, 'before', 'settlement', 'strike', strikes || ' before', suspended
from standing;

-- Why an operator should look at a sale; null: there is no need.
alter table sale add column attention text generated always as (
    case
        when detail is null then null
        when detail::jsonb @? '$.charges[*] ? (@.status == "OWED_BACK")' then 'owed-back'
        when state = 'defaulted' then 'defaulted'
        when state = 'awaiting-payment'
            and detail::jsonb @? '$.charges[last] ? (@.status == "DECLINED")' then 'declined'
    end) stored;

create index sale_attention on sale (closed_at desc, lot) where attention is not null;
