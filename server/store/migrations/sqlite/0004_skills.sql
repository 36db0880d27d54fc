-- What ROME says of skills: macro-compétences, the items below them, and what each occupation asks for.
-- Replaced as a whole with ROME. Lists that are only ever read whole are JSON.
create table macro_skills (
    ogr bigint primary key,
    label text not null
);
create table skills (
    ogr bigint primary key,
    kind text not null,
    label text not null,
    above bigint
);
-- asked: [[ogr, core], …]; near: [[code, millionths], …], the closest first.
create table occupation_skills (
    code text primary key,
    asked text not null,
    near text not null
);
