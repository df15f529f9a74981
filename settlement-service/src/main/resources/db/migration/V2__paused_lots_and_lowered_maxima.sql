-- When a lot next needs the alarm: at its opening while it is scheduled, at its end while it is open;
-- not while it is paused, since its clock stands, and never again once it is closed.
create or replace function alarm(status text, opens_at timestamptz, closes_at timestamptz)
    returns timestamptz
    language sql immutable
    return case
        when status in ('closed', 'paused') then null
        when status = 'scheduled' then least(coalesce(opens_at, closes_at), closes_at)
        else closes_at
    end;

update closing set next_attempt_at = null where status = 'paused';

-- A maximum can be lowered, a sealed bid replaced by a lower one, and bids can be taken back: the
-- newest decision counts, not the highest. What a bidder has after taking bids back is not said, so
-- max is then null.
alter table bidder add column record_offset bigint not null default -1;  -- of the decision
