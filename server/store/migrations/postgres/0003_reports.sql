-- What readers tell of offers. Nothing of who sent it: no account, no address. `once` is a mark that
-- only the instance that made it could recognise, and only on that day: the same report twice is kept
-- once. An offer may be forgotten before its reports, so nothing refers to it.
create table reports (
    id text collate "C" primary key,
    number text collate "C" not null,
    reason text not null,
    words text,
    sent bigint not null,
    handled bigint,
    once text collate "C" unique
);
-- What the staff asks: what waits, oldest first.
create index reports_waiting on reports (sent, id) where handled is null;
