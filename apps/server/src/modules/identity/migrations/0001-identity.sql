create schema if not exists identity;

-- 部门, 街镇分中心, 共建单位.
create table identity.unit (
  id            uuid primary key,
  name          text not null unique,
  kind          text not null check (kind in ('department', 'subCentre', 'partner')),
  parent_id     uuid references identity.unit (id),
  establishment integer not null check (establishment >= 0),
  active        boolean not null default true,
  rev           integer not null default 0,
  created_at    timestamptz not null
);

-- 核定人数 from a day on: 在岗 ÷ 核定 is asked for years that have passed. A unit out of use has 0 posts.
create table identity.establishment (
  unit_id  uuid not null references identity.unit (id),
  from_day date not null,
  posts    integer not null check (posts >= 0),
  primary key (unit_id, from_day)
);

create table identity.role (
  key       text primary key,
  abilities text[] not null,
  rev       integer not null default 0
);

create table identity.person (
  id            uuid primary key,
  account       text not null,
  -- as typed at sign-in, folded (NFKC, lower case)
  account_key   text not null unique,
  -- SHA-256 of account_key: failures are counted by it, so that a password typed into the account field is not kept
  account_hash  bytea not null unique,
  name          text not null,
  unit_id       uuid references identity.unit (id),
  post          text not null default '',
  state         text not null default 'active' check (state in ('active', 'locked', 'left')),
  -- argon2id in PHC format; empty for those who have left
  password_hash text not null,
  must_change   boolean not null,
  last_seen_at  timestamptz,
  rev           integer not null default 0,
  created_at    timestamptz not null
);
create index person_name on identity.person (name collate "zh-x-icu", id);
create index person_unit on identity.person (unit_id);

create table identity.person_role (
  person_id uuid not null references identity.person (id),
  role_key  text not null references identity.role (key),
  primary key (person_id, role_key)
);
create index person_role_key on identity.person_role (role_key);

-- Who belonged to which unit, from `joined_on` until the day before `left_on`.
create table identity.membership (
  id        uuid primary key,
  person_id uuid not null references identity.person (id),
  unit_id   uuid not null references identity.unit (id),
  joined_on date not null,
  left_on   date,
  check (left_on is null or left_on >= joined_on)
);
create unique index membership_open on identity.membership (person_id) where left_on is null;
create index membership_unit on identity.membership (unit_id, joined_on);

create table identity.session (
  id           uuid primary key,
  person_id    uuid not null references identity.person (id),
  -- SHA-256 of the token; the token itself is only in the cookie
  token_hash   bytea not null unique,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  -- until when it will do if nothing is asked again; null before the first request
  valid_until  timestamptz,
  ended_at     timestamptz,
  agent        text not null,
  address      text not null
);
create index session_person on identity.session (person_id);

-- Tries that failed or are being checked. Kept here, not in memory: every process must see the same count.
create table identity.sign_in_failure (
  id           bigint generated always as identity primary key,
  account_hash bytea not null,
  address      text not null,
  at           timestamptz not null
);
create index sign_in_failure_account on identity.sign_in_failure (account_hash, at);

-- Also for accounts that do not exist, so that a lock tells nobody which do.
create table identity.sign_in_lock (
  account_hash bytea primary key,
  until        timestamptz not null
);

insert into identity.role (key, abilities) values
  ('reporter', array['story.write']),
  ('subEditor', array['story.write', 'story.edit', 'story.readAll', 'wordlist.manage']),
  ('departmentReviewer', array['story.edit', 'story.reviewFirst', 'story.readAll']),
  ('chiefReviewer', array['story.edit', 'story.reviewSecond', 'story.publish', 'story.readAll', 'inspection.record', 'wordlist.manage']),
  ('finalReviewer', array['story.reviewFinal', 'story.publish', 'story.correct', 'story.withdraw', 'story.readAll']),
  ('finance', array['project.read', 'project.import', 'project.fill', 'project.export']),
  ('director', array['story.withdraw', 'story.readAll', 'project.read', 'project.import', 'project.link', 'project.fill', 'project.export', 'audit.read']),
  ('administrator', array['story.readAll', 'wordlist.manage', 'project.read', 'project.import', 'project.link', 'project.export', 'people.manage', 'unit.manage', 'role.manage', 'audit.read']),
  ('auditor', array['story.readAll', 'project.read', 'project.export', 'audit.read']);
