create schema if not exists budget;

-- 年初预算 of a project and year (the project is of one year). A change is a new plan with a reason; none is edited.
create table budget.plan (
  id         uuid primary key,
  project_id uuid not null,
  no         integer not null check (no > 0),
  document   text not null check (length(document) between 1 and 120),
  reason     text not null,
  by_id      uuid,
  by_name    text not null,
  at         timestamptz not null,
  unique (project_id, no),
  check (no = 1 or reason <> '')
);

-- Money in 分.
create table budget.line (
  plan_id uuid not null references budget.plan (id),
  source  text not null check (source in ('appropriation', 'carryover', 'other')),
  fen     bigint not null check (fen >= 0),
  primary key (plan_id, source)
);

create table budget.adjustment (
  id            uuid primary key,
  project_id    uuid not null,
  source        text not null check (source in ('appropriation', 'carryover', 'other')),
  fen           bigint not null check (fen <> 0),
  date          date not null,
  reason        text not null check (length(reason) between 1 and 300),
  document      text not null check (length(document) between 1 and 120),
  state         text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  proposer_id   uuid,
  proposer_name text not null,
  proposed_at   timestamptz not null,
  decider_id    uuid,
  decider_name  text,
  decided_at    timestamptz,
  opinion       text not null default '',
  check ((state = 'proposed') = (decided_at is null)),
  -- the second pair of eyes: nobody approves or refuses what he proposed himself
  check (state not in ('approved', 'refused') or decider_id is distinct from proposer_id)
);
create index adjustment_project on budget.adjustment (project_id, date);

-- A payment is never edited: a wrong one is superseded with a reason, by another or by nothing.
create table budget.payment (
  id                uuid primary key,
  project_id        uuid not null,
  project_name      text not null,
  year              integer not null,
  paid_on           date not null,
  fen               bigint not null check (fen > 0),
  source            text not null check (source in ('appropriation', 'carryover', 'other')),
  payee             text not null check (payee in ('company', 'institution', 'staff', 'individual', 'other')),
  purpose           text not null,
  contract          text not null,
  voucher           text not null check (voucher <> ''),
  file_url          text,
  file_name         text,
  over_reason       text not null,
  by_id             uuid,
  by_name           text not null,
  at                timestamptz not null,
  replaces          uuid references budget.payment (id),
  superseded_at     timestamptz,
  superseder_id     uuid,
  superseder_name   text,
  superseded_reason text,
  replaced_by       uuid references budget.payment (id) deferrable initially deferred,
  check ((superseded_at is null) = (superseded_reason is null)),
  check ((file_url is null) = (file_name is null))
);
create unique index payment_voucher on budget.payment (year, voucher) where superseded_at is null;
create index payment_year on budget.payment (year, paid_on desc, id desc);
create index payment_project on budget.payment (project_id, paid_on);

-- A workbook that was read and awaits confirmation; gone after an hour.
create table budget.import (
  id         uuid primary key,
  by         uuid,
  year       integer not null,
  file_name  text not null,
  rows       jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index import_expires on budget.import (expires_at);
