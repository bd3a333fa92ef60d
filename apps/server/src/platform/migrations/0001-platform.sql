-- Facts: one append-only row for everything that happened. Outbox, audit trail, timeline and evidence in one.
create table platform.event (
  seq        bigint generated always as identity primary key,
  id         uuid not null unique,
  at         timestamptz not null,
  kind       text not null,
  actor_id   uuid,
  actor_name text not null,
  subject    text not null,
  data       jsonb not null,
  request_id text not null default ''
);
create index event_subject on platform.event (subject, seq);
create index event_kind_at on platform.event (kind, at);
create index event_actor on platform.event (actor_id, seq);

-- The chain of a day, written after commit: each link hashes the one before it and the event.
create table platform.seal (
  day      date not null,
  no       integer not null,
  event_id uuid not null unique,
  seq      bigint not null,
  hash     bytea not null,
  primary key (day, no)
);
create unique index seal_seq on platform.seal (seq);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('rongmei.wipe', true) = 'demo' then
    return coalesce(new, old);
  end if;
  raise exception 'platform.% is append-only', tg_table_name;
end $$;
create trigger event_append_only before update or delete on platform.event
  for each row execute function platform.refuse_change();
create trigger seal_append_only before update or delete on platform.seal
  for each row execute function platform.refuse_change();

-- Stored files, named by what they contain.
create table platform.file (
  id          uuid primary key,
  sha256      text not null,
  type        text not null,
  bytes       bigint not null,
  name        text not null,
  width       integer,
  height      integer,
  -- public: a picture readers see; staff: evidence, only for those signed in
  access      text not null check (access in ('public', 'staff')),
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  unique (sha256, access)
);

create table platform.setting (
  key   text primary key,
  value jsonb not null
);
