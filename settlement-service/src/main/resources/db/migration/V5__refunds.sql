-- What was collected and is given back is a row of its own, looked after like a payment.
alter table payment add column refund_of text references payment; -- the key of what is given back; null: a payment
alter table payment add column charge_id text;                    -- what the provider calls that

create index payment_refund_of on payment (refund_of) where refund_of is not null;
create index payment_unclear on payment (lot) where state = 'unclear';

-- What operators must see to begins here.
create index ledger_line_owed_back on ledger_line (lot) where account like 'owed-back/%';
