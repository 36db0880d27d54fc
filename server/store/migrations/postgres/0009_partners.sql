-- Associations whose sites show the board. `facts` is the whole partner (name, sites that may frame it, search,
-- look) as JSON, checked when it is read. Nothing of a person.
create table partners (
    key text collate "C" primary key,
    facts text collate "C" not null
);
