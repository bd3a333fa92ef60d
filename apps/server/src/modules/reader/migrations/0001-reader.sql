create schema reader;

-- One row a visitor, story and day: a durable count of one read. `visitor` is a hash under a salt that is thrown away
-- after the day, so that nothing about a person remains.
create table reader.seen (
  day      date not null,
  visitor  bytea not null,
  story_id uuid not null,
  rolled   boolean not null default false,
  primary key (day, visitor, story_id)
);
create index seen_unrolled on reader.seen (story_id) where not rolled;

create table reader.salt (
  day  date primary key,
  salt bytea not null
);

-- The roll-up: reads of a story on a day.
create table reader.daily (
  story_id uuid not null,
  day      date not null,
  reads    bigint not null,
  primary key (story_id, day)
);
create index daily_day on reader.daily (day);
