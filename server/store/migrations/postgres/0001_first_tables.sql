-- The first tables. The SQLite file of the same number makes the same tables and columns;
-- a test compares them. Types are the portable ones: text, bigint, boolean. Text that is a key or is
-- ordered has the collation "C": the order of its bytes, as in SQLite, whatever the server's language.
-- Instants are unix seconds, days are days since 1970-01-01, points are millionths of a degree.

-- One row: who this database is. The id is made once by `migrate`; an index made from another
-- database is recognised by it. `reference_rev` grows with every change of places or ROME.
create table database_info (
    only_row bigint primary key check (only_row = 1),
    id text,
    reference_rev bigint not null,
    rome_version text
);
insert into database_info (only_row, id, reference_rev, rome_version) values (1, null, 0, null);

-- One row: one database is one hub.
create table hub (
    only_row bigint primary key check (only_row = 1),
    name text not null,
    phone text not null,
    place text not null,
    demo boolean not null,
    demo_day bigint
);
insert into hub (only_row, name, phone, place, demo, demo_day) values (1, '', '', '', false, null);

-- One row: the number of the last transaction that changed offers. Whoever changes offers adds one
-- as one of the last statements: the lock on this row makes the order of commits the order of numbers.
create table change_counter (
    only_row bigint primary key check (only_row = 1),
    rev bigint not null
);
insert into change_counter (only_row, rev) values (1, 0);

create table communes (
    code text collate "C" primary key,
    name text not null,
    region text not null,
    postcodes text not null, -- JSON list
    population bigint not null,
    lat_e6 bigint,
    lon_e6 bigint,
    clpe text
);

create table occupations (
    code text collate "C" primary key,
    label text not null,
    parent text collate "C",
    definition text not null
);

create table appellations (
    ogr bigint primary key,
    label text not null,
    rome text collate "C" not null references occupations (code)
);
create index appellations_by_rome on appellations (rome);

-- One row for each source of offers. Whoever changes the offers of a source locks its row first,
-- so that two publications of one source come one after the other, and nothing that one
-- import stages is swept away by another.
create table sources (
    source text collate "C" primary key,
    last_import bigint
);

-- The mapped fields of offers as JSON, each version once: published, or staged by an import. They are
-- most of the bytes, and are written while an import stages: publishing it then writes narrow rows only,
-- and staging an offer that did not change writes none of them. `facts_hash` is half of a SHA-256.
create table offer_facts (
    number text collate "C" not null,
    facts_hash text collate "C" not null,
    facts text not null,
    primary key (number, facts_hash)
);

-- What is published, and what was. The columns are what the statements need of the facts.
-- `open_until` is the last day on which it is open.
create table offers (
    number text collate "C" primary key,
    id text collate "C" not null unique,
    source text collate "C" not null,
    source_id text collate "C" not null,
    facts_hash text collate "C" not null,
    posted bigint,
    open_until bigint not null,
    first_seen bigint not null,
    confirmed bigint not null,
    changed bigint not null,
    closed bigint,
    unique (source, source_id)
);
-- The front page and the results without an index: newest first.
create index offers_newest on offers (posted desc nulls last, number) where closed is null;
-- What a publication asks: the live offers of a source.
create index offers_live on offers (source, open_until, number) where closed is null;
-- What the purge asks.
create index offers_closed on offers (closed) where closed is not null;

-- The change number of every offer, apart from it: stamping 100,000 offers then writes narrow rows
-- only, while the counter is locked. A row whose offer is gone is the tombstone of a purged one.
create table offer_changes (
    number text collate "C" primary key,
    rev bigint not null
);
create unique index offer_changes_in_order on offer_changes (rev, number);

-- Imports under way. One that is done is only kept until its staging rows are swept away.
create table imports (
    id text collate "C" primary key,
    source text collate "C" not null,
    begun bigint not null,
    done boolean not null
);

-- What an import has read so far: not yet published, seen by nobody.
create table import_staging (
    import_id text collate "C" not null,
    number text collate "C" not null,
    id text not null,
    source_id text collate "C" not null,
    facts_hash text collate "C" not null,
    posted bigint,
    closes bigint,
    repeats bigint not null,
    primary key (import_id, number)
);
-- Without statistics on which imports there are: gathered during an earlier import, they would tell
-- the planner that the new one has no row, and it would join 100,000 rows with nested loops.
alter table import_staging alter column import_id set statistics 0;

-- What a transaction is about to do to each offer: new, changed, confirmed, closed, purged.
-- Written and deleted inside it or swept away after it; nobody else ever reads it.
create table change_plan (
    batch text collate "C" not null,
    number text collate "C" not null,
    fate text collate "C" not null,
    primary key (batch, number)
);
alter table change_plan alter column batch set statistics 0;
alter table change_plan alter column fate set statistics 0;

create table import_runs (
    id text collate "C" primary key,
    kind text not null,
    source text collate "C" not null,
    started bigint not null,
    ended bigint not null,
    report text not null -- JSON
);
create index import_runs_newest on import_runs (ended desc, id desc);

-- Which instance does a recurring job, and until when.
create table leases (
    name text collate "C" primary key,
    holder text not null,
    expires bigint not null
);
