-- Associations whose sites show the board. `facts` is the whole partner (name, sites that may frame it, search,
-- look) as JSON, checked when it is read. Nothing of a person.
create table partners (
    key text primary key,
    facts text not null
);
