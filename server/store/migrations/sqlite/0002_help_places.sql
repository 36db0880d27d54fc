-- Places where a person helps. An import replaces all of them. `id` is made of commune and name;
-- `rank` is the order of the hub's file: of two that are as near, the first one is shown. `facts` is
-- the whole place as JSON.
create table help_places (
    id text primary key,
    rank bigint not null,
    commune text not null,
    facts text not null
);
