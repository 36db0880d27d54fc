-- What an import could not read but names: it stays published as it was. Numbers that are nobody's do no harm.
create table import_named (
    import_id text not null,
    number text not null,
    primary key (import_id, number)
) without rowid;

-- Since which day the title and the text of an offer are as they are, whatever its source says of dates. What is
-- there already has them since it was published; its hash comes with its next import.
alter table offers add column text_hash text not null default '';
alter table offers add column text_since bigint not null default 0;
update offers set text_since = case when posted < first_seen / 86400 then posted else first_seen / 86400 end;
alter table import_staging add column text_hash text not null default '';
