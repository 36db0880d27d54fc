-- What came of a partner's board: how often something happened in a week (its Monday), by the site from which people
-- came: one of the partner's own, or a word. There is no room for a person, and there never will be: a test holds
-- the list of columns.
create table partner_counts (
    partner text not null,
    week bigint not null,
    event text not null,
    host text not null,
    count bigint not null,
    primary key (partner, week, event, host)
);
-- The SHA-256 of the secret with which a partner reads them; the secret itself is kept nowhere.
create table partner_secrets (
    partner text primary key,
    hash text not null
);
