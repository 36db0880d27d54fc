-- When a training was there first, and when anything of it last changed: what its feed says. Those that were there
-- before this migration take the end of the last import of their source.
alter table trainings add column first_seen bigint not null default 0;
alter table trainings add column changed bigint not null default 0;
update trainings set first_seen = coalesce((select max(r.ended) from import_runs r
    where r.kind = 'trainings' and r.source = trainings.source), 0);
update trainings set changed = first_seen;
