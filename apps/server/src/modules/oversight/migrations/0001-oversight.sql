create schema if not exists oversight;

-- A problem found by monitoring, review or audit, with who puts it right by when (整改).
create table oversight.rectification (
  id            uuid primary key,
  project_id    uuid not null,
  project_name  text not null,
  year          integer not null,
  problem       text not null check (length(problem) between 2 and 1000),
  source        text not null,
  owner_id      uuid not null,
  owner_name    text not null,
  due_on        date not null,
  budget_impact text not null,
  state         text not null check (state in ('open', 'handedIn', 'closed')),
  measures      text not null default '',
  file_url      text,
  file_name     text,
  handed_in_at  timestamptz,
  checker_id    uuid,
  checker_name  text,
  checked_at    timestamptz,
  opinion       text not null default '',
  by_id         uuid,
  by_name       text not null,
  at            timestamptz not null,
  rev           integer not null default 0,
  check (state = 'open' or (file_url is not null and handed_in_at is not null)),
  -- maker ≠ checker, whatever the code says
  check (state <> 'closed' or checker_id is null or checker_id <> owner_id)
);
create index rectification_due on oversight.rectification (year, due_on, id);
create index rectification_owner on oversight.rectification (owner_id, state);
