-- What ROME says of skills: macro-compétences, the items below them, and what each occupation asks for.
-- Replaced as a whole with ROME. Lists that are only ever read whole are JSON.
create table macro_skills (
    ogr bigint primary key,
    label text collate "C" not null
);
create table skills (
    ogr bigint primary key,
    kind text collate "C" not null,
    label text collate "C" not null,
    above bigint
);
-- asked: [[ogr, core], …]; near: [[code, millionths], …], the closest first.
create table occupation_skills (
    code text collate "C" primary key,
    asked text collate "C" not null,
    near text collate "C" not null
);
