create schema quality;

-- A text drawn for marking: as it was first kept, with what the engine found in it when it was drawn.
create table quality.sample (
  id          uuid primary key,
  month       text not null,
  story_id    uuid not null,
  number      text not null,
  title       text not null,
  characters  integer not null,
  blocks      jsonb not null,
  findings    jsonb not null,
  drawn_at    timestamptz not null,
  drawn_by    text not null,
  -- the truth, when two markings agree or a third person has settled what they did not agree on
  truth       jsonb,
  settled_at  timestamptz,
  settled_by  uuid,
  settler_name text,
  unique (month, story_id)
);
create index sample_settled on quality.sample (month) where truth is not null;

-- What one person found on reading the text: which findings are false, which errors the engine missed.
create table quality.marking (
  id          uuid primary key,
  sample_id   uuid not null references quality.sample (id) on delete cascade,
  person_id   uuid not null,
  person_name text not null,
  wrong       jsonb not null,
  missed      jsonb not null,
  at          timestamptz not null,
  unique (sample_id, person_id)
);

-- A check of everything that is out, text by text, by jobs that hand on to one another.
create table quality.batch (
  id          uuid primary key,
  started_at  timestamptz not null,
  by_id       uuid,
  by_name     text not null,
  total       integer not null,
  done        integer not null default 0,
  after_id    uuid,
  state       text not null check (state in ('running', 'done', 'cancelled')),
  finished_at timestamptz
);
create unique index batch_running on quality.batch (state) where state = 'running';

create table quality.batch_row (
  batch_id   uuid not null references quality.batch (id) on delete cascade,
  story_id   uuid not null,
  number     text not null,
  title      text not null,
  characters integer not null,
  must       integer not null,
  should     integer not null,
  hint       integer not null,
  quotes     jsonb not null,
  primary key (batch_id, story_id)
);
