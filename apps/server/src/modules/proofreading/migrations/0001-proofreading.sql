create schema proofreading;

-- One reading of one text. `subject` is whatever the caller calls the text (`story:<id>`): this module knows no stories.
create table proofreading.run (
  id           uuid primary key,
  subject      text not null,
  at           timestamptz not null,
  by_id        uuid,
  by_name      text not null,
  content_hash text not null,
  characters   integer not null,
  milliseconds integer not null
);
create index run_subject on proofreading.run (subject, at desc, id desc);

create table proofreading.finding (
  id          uuid primary key,
  run_id      uuid not null references proofreading.run on delete cascade,
  ordinal     integer not null,
  block       integer not null,
  block_start integer not null,
  start_at    integer not null,
  end_at      integer not null,
  quote       text not null,
  suggestions jsonb not null,
  class       text not null,
  severity    text not null check (severity in ('必须改', '建议', '提示')),
  confidence  real not null,
  rule_id     text not null,
  basis       text not null,
  explanation text not null,
  -- rule, quote and neighbouring characters: recognises the same finding in a later run of the same subject
  fingerprint text not null,
  unique (run_id, ordinal)
);

-- A decision is a row of its own with who and when.
create table proofreading.decision (
  finding_id uuid primary key references proofreading.finding on delete cascade,
  subject     text not null,
  fingerprint text not null,
  verdict     text not null check (verdict in ('accepted', 'ignored', 'addedWord')),
  reason      text not null,
  by_id       uuid,
  by_name     text not null,
  at          timestamptz not null,
  -- seconds from the run to the decision: how long people take
  seconds     integer not null
);
create index decision_subject on proofreading.decision (subject, fingerprint);
create index decision_at on proofreading.decision (at);

-- The centre's own words, names with titles, and fixed phrases.
create table proofreading.word (
  id         uuid primary key,
  kind       text not null check (kind in ('word', 'person', 'phrase')),
  text       text not null,
  title      text not null default '',
  wrong      jsonb not null default '[]',
  valid_from date,
  valid_to   date,
  by_id      uuid,
  by_name    text not null,
  at         timestamptz not null,
  unique (kind, text, title)
);
