-- One database per service, owned by a role of its own.
\getenv bidding_password BIDDING_PASSWORD
\getenv settlement_password SETTLEMENT_PASSWORD
create role bidding login password :'bidding_password';
create role settlement login password :'settlement_password';
create database bidding owner bidding;
create database settlement owner settlement;
