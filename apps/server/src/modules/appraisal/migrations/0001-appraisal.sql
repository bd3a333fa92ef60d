create schema if not exists appraisal;

-- One self-evaluation form (项目支出绩效自评表) of a budget project (项目) and year, as printed.
create table appraisal.project (
  id            uuid primary key,
  year          integer not null,
  no            integer not null,
  name          text not null,
  title         text not null,
  dept          text not null,
  unit          text not null,
  currency_unit text not null,
  -- the rules the form was imported under: an old form always scores the same
  rule_set      text not null,
  budget        jsonb not null,
  goals         jsonb not null,
  stated_total  text,
  stated_weight text,
  confidence    double precision not null,
  warnings      jsonb not null,
  lint          jsonb not null,
  imported_by   uuid,
  importer_name text not null,
  imported_at   timestamptz not null,
  file_name     text not null,
  unique (year, name)
);

-- One 三级指标. Printed cells stay as printed; what is linked or typed stands beside them.
create table appraisal.indicator (
  id            uuid primary key,
  project_id    uuid not null references appraisal.project (id) on delete cascade,
  seq           integer not null,
  l1            text not null,
  l2            text not null,
  l3            text not null,
  target        text not null,
  actual        text not null,
  weight        text not null,
  score         text not null,
  deviation     text not null,
  confidence    double precision not null,
  warnings      jsonb not null,
  source        jsonb not null,
  measure       text,
  params        jsonb,
  linked_by     uuid,
  linker_name   text,
  linked_at     timestamptz,
  typed_value   text,
  typed_reason  text,
  typed_file    text,
  typed_name    text,
  typed_by      uuid,
  typist_name   text,
  typed_at      timestamptz,
  -- the computation shown; null: none yet, or the link has changed since
  computation_id uuid,
  rev           integer not null default 0,
  unique (project_id, seq),
  check ((measure is null) = (params is null)),
  check ((typed_value is null) = (typed_file is null) and (typed_value is null) = (typed_reason is null))
);

-- Every computation that was made of an indicator; the value, its working and its coverage stay for ever.
create table appraisal.computation (
  id            uuid primary key,
  indicator_id  uuid not null references appraisal.indicator (id) on delete cascade,
  measure       text not null,
  params        jsonb not null,
  value         numeric,
  text          text not null,
  unit          text not null,
  coverage      double precision not null,
  coverage_note text not null,
  working       text not null,
  fact_count    integer not null,
  at            timestamptz not null,
  by            uuid
);
create index computation_indicator on appraisal.computation (indicator_id, at);

-- The facts behind the computation shown; those of superseded computations are let go.
create table appraisal.fact (
  computation_id uuid not null references appraisal.computation (id) on delete cascade,
  no      integer not null,
  kind    text not null,
  fact_id text not null,
  label   text not null,
  at      timestamptz,
  href    text,
  note    text not null,
  primary key (computation_id, no)
);

-- A file that was read and awaits a person's confirmation; gone after an hour.
create table appraisal.import (
  id         uuid primary key,
  by         uuid,
  file_name  text not null,
  forms      jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index import_expires on appraisal.import (expires_at);
