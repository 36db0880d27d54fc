-- Former and associated communes by their names, with the commune that took them in: JSON list.
alter table communes add column former text not null default '[]';

-- Labour basins (comités locaux pour l'emploi) by their names; communes hold the code.
create table basins (
    code text collate "C" primary key,
    name text not null
);
