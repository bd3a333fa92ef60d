-- 评分标准 of a qualitative row: what is 达成, 部分达成, 未达成, and by what evidence one tells.
create table appraisal.rubric (
  indicator_id uuid primary key references appraisal.indicator (id) on delete cascade,
  met          text not null,
  partly       text not null,
  unmet        text not null,
  evidence     text not null,
  by           uuid,
  author_name  text not null,
  at           timestamptz not null
);

-- The values of a form as they were when it was handed in; each handing in freezes anew, the earlier ones stay.
create table appraisal.freeze (
  id         uuid primary key,
  project_id uuid not null references appraisal.project (id) on delete cascade,
  by         uuid,
  by_name    text not null,
  at         timestamptz not null
);
create index freeze_project on appraisal.freeze (project_id, at);

create table appraisal.frozen (
  freeze_id      uuid not null references appraisal.freeze (id) on delete cascade,
  indicator_id   uuid not null references appraisal.indicator (id) on delete cascade,
  mark           text not null,
  actual         text not null,
  score          text not null,
  -- its facts are kept, whatever is computed later
  computation_id uuid references appraisal.computation (id) on delete cascade,
  typed_reason   text,
  typed_file     text,
  typed_name     text,
  typist_name    text,
  primary key (freeze_id, indicator_id)
);
create index frozen_computation on appraisal.frozen (computation_id);

-- One computing anew of a whole form: how far it is, and which rows could not be computed.
create table appraisal.recompute (
  id          uuid primary key,
  project_id  uuid not null references appraisal.project (id) on delete cascade,
  total       integer not null,
  done        integer not null default 0,
  failures    jsonb not null,
  by          uuid,
  by_name     text not null,
  asked_at    timestamptz not null,
  finished_at timestamptz
);
create index recompute_project on appraisal.recompute (project_id, asked_at);
-- two presses of the button give one run
create unique index recompute_running on appraisal.recompute (project_id) where finished_at is null;

-- 偏差原因分析及改进措施, signed by the person who answers for it; each sentence with the facts it rests on.
create table appraisal.deviation (
  indicator_id uuid primary key references appraisal.indicator (id) on delete cascade,
  cause        text not null,
  sentences    jsonb not null,
  drafted_by   text not null,
  signed_by    uuid,
  signer_name  text not null,
  signed_at    timestamptz not null
);

-- Which column is what in a table of unknown layout, as a person said it; used again for the same headings.
create table appraisal.layout (
  key     text primary key,
  mapping jsonb not null,
  by      uuid,
  by_name text not null,
  at      timestamptz not null
);

-- Tables of an uploaded file that no layout fits, cell by cell, until a person says which column is what.
alter table appraisal.import add column grids jsonb not null default '[]';
