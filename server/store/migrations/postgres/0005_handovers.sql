-- What a person shows an adviser for two hours: ciphertext under a name that only the code of ten characters
-- gives. In no backup: it is gone when its time is over, or when either side closes it.
create table handovers (
    id text collate "C" primary key,
    body text not null,
    until bigint not null
);
create index handovers_until on handovers (until);
