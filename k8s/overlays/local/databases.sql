create database bidding;
create database settlement;
