-- Trainings and the certifications that they lead to. `facts` is the whole training (its sessions too) as JSON,
-- `facts_hash` the first half of its SHA-256: what an import compares by. An import stages first; what is staged
-- under another `begun` than the last ones is of a killed import, and swept away by the next one.
create table trainings (
    number text collate "C" primary key,
    source text collate "C" not null,
    facts_hash text collate "C" not null,
    facts text not null
);
create index trainings_source on trainings (source);
create table training_staging (
    import_id text collate "C" not null,
    number text collate "C" not null,
    begun bigint not null,
    facts_hash text collate "C" not null,
    facts text not null,
    primary key (import_id, number)
);
-- One row: raised by everything that changes a training or a certification.
create table training_counter (
    only_row bigint primary key check (only_row = 1),
    rev bigint not null
);
insert into training_counter (only_row, rev) values (1, 0);
create table certifications (
    id bigint primary key,
    facts text not null
);
