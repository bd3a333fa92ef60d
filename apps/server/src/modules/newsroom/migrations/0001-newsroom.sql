create schema newsroom;

create table newsroom.story (
  id              uuid primary key,
  number          text not null unique,
  kind            text not null check (kind in ('article', 'video')),
  title           text not null,
  deck            text not null,
  body            jsonb not null,
  byline          jsonb not null,
  source_kind     text not null check (source_kind in ('own', 'contributed', 'reposted')),
  source_name     text not null,
  source_unit_id  uuid,
  category        text not null,
  planned_at      timestamptz,
  cover_url       text,
  author_id       uuid not null,
  author_name     text not null,
  unit_id         uuid,
  unit_name       text,
  state           text not null check (state in ('draft', 'submitted', 'secondReview', 'finalReview', 'approved', 'published', 'corrected', 'withdrawn')),
  rev             integer not null default 0,
  content_hash    text not null,
  characters      integer not null,
  open_must       integer not null default 0,
  override_reason text,
  returned        jsonb,
  withdrawal      jsonb,
  reads           bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  submitted_at    timestamptz,
  published_at    timestamptz,
  removed_at      timestamptz
);
create index story_updated on newsroom.story (updated_at desc, id desc) where removed_at is null;
create index story_published on newsroom.story (published_at desc, id desc) where removed_at is null and published_at is not null;
create index story_public on newsroom.story (category, published_at desc, id desc) where state in ('published', 'corrected');
create index story_state on newsroom.story (state, updated_at desc, id desc) where removed_at is null;
create index story_author on newsroom.story (author_id, updated_at desc, id desc);
create index story_planned on newsroom.story (planned_at) where removed_at is null;

-- Words for the full-text search, apart from the wide story row, so that indexing rewrites neither it nor its indexes.
create table newsroom.story_search (
  story_id uuid primary key references newsroom.story on delete cascade,
  words    tsvector not null
);
create index story_search_words on newsroom.story_search using gin (words);

-- Stories whose words are still to be indexed: splitting a text into words costs more than saving it, so a sweep does it.
create table newsroom.search_queue (
  story_id uuid primary key references newsroom.story on delete cascade
);
create function newsroom.queue_search() returns trigger language plpgsql as $$
begin
  insert into newsroom.search_queue values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger story_queue_search after insert or update of title, deck, body on newsroom.story
  for each row execute function newsroom.queue_search();

-- Running numbers start anew each year. A sequence never makes two writers wait; a gap after a rollback is harmless.
create function newsroom.next_number(y integer) returns bigint language plpgsql as $$
begin
  return nextval(format('newsroom.number_%s', y));
exception when undefined_table then
  perform pg_advisory_xact_lock(4870003);
  execute format('create sequence if not exists newsroom.number_%s', y);
  return nextval(format('newsroom.number_%s', y));
end $$;

create table newsroom.revision (
  story_id     uuid not null references newsroom.story on delete cascade,
  no           integer not null,
  at           timestamptz not null,
  started_at   timestamptz not null,
  by_id        uuid,
  by_name      text not null,
  reason       text not null check (reason in ('saved', 'submitted', 'restored', 'rescued', 'corrected', 'imported')),
  title        text not null,
  content      jsonb not null,
  content_hash text not null,
  characters   integer not null,
  primary key (story_id, no)
);

create table newsroom.sign_off (
  id           uuid primary key,
  story_id     uuid not null references newsroom.story on delete cascade,
  level        text not null check (level in ('first', 'second', 'final')),
  by_id        uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  opinion      text not null,
  content_hash text not null,
  voided_at    timestamptz,
  void_reason  text
);
create index sign_off_story on newsroom.sign_off (story_id, at);
-- The rule of three different people, also held by the database: nobody signs two levels of one round.
create unique index sign_off_person on newsroom.sign_off (story_id, by_id) where voided_at is null;
create unique index sign_off_level on newsroom.sign_off (story_id, level) where voided_at is null;

create table newsroom.correction (
  id        uuid primary key,
  story_id  uuid not null references newsroom.story on delete cascade,
  at        timestamptz not null,
  by_id     uuid,
  by_name   text not null,
  notice    text not null,
  errors    integer not null
);
create index correction_story on newsroom.correction (story_id, at);
create index correction_at on newsroom.correction (at);

create table newsroom.edit_lock (
  story_id   uuid primary key references newsroom.story on delete cascade,
  holder_id  uuid not null,
  holder_name text not null,
  session_id text not null,
  since      timestamptz not null,
  renewed_at timestamptz not null,
  -- whose lock was taken over, so that their next save is answered with what happened
  taken_from text
);

-- 质检抽样: a random sample of a month's published stories, read again by somebody.
create table newsroom.inspection (
  id             uuid primary key,
  month          text not null,
  story_id       uuid not null references newsroom.story on delete cascade,
  characters     integer not null,
  drawn_at       timestamptz not null,
  inspector_id   uuid,
  inspector_name text,
  inspected_at   timestamptz,
  errors         integer,
  notes          text not null default '',
  unique (month, story_id)
);
