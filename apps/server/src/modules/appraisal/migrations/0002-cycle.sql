-- The year's loop of a project: where it stands, who owns it. What was imported as printed is over already.
alter table appraisal.project
  add column state      text not null default 'concluded' check (state in (
    'drafting', 'targetSubmitted', 'targetReviewed', 'executing',
    'selfEvaluating', 'unitCheck', 'departmentReview', 'concluded', 'published')),
  add column owner_id   uuid,
  add column owner_name text,
  add column rev        integer not null default 0,
  -- 事前评估: five dimensions with points and opinions
  add column assessment jsonb;
create index project_state on appraisal.project (state) where state <> 'published';

-- The form as it stood when somebody signed it.
create table appraisal.version (
  project_id uuid not null references appraisal.project (id) on delete cascade,
  no         integer not null,
  at         timestamptz not null,
  by_id      uuid,
  by_name    text not null,
  form       jsonb not null,
  hash       text not null,
  primary key (project_id, no)
);

-- Every signed step; nothing here is ever changed but voided_at, once.
create table appraisal.transition (
  id         uuid primary key,
  project_id uuid not null,
  act        text not null,
  before     text not null,
  after      text not null,
  by_id      uuid,
  by_name    text not null,
  at         timestamptz not null,
  opinion    text not null,
  override_reason text,
  hash       text not null,
  version_no integer not null,
  -- returned, recalled or adjusted since: the signature counts no longer
  voided_at  timestamptz,
  foreign key (project_id, version_no) references appraisal.version (project_id, no) on delete cascade
);
create index transition_project on appraisal.transition (project_id, at);
