-- How it is to work in an occupation: a day, how one gets in, contexts of work. Replaced as a whole with ROME.
-- `facts` is JSON, read whole.
create table occupation_portraits (
    code text primary key,
    facts text not null
);
