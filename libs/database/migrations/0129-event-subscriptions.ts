import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Kept by the database itself: whichever part of the house changes a row, the event commits with it or not at all. */
const notes = [
  sql`create function note_outward_event(what text, whose text, which integer, more jsonb, happened timestamptz)
    returns void language sql as $note$
    insert into outward_event (kind, subject_id, version, detail, at)
    select what, whose, which, more, happened where exists (select from event_subscription where ended_at is null)
  $note$`,
  sql`create function note_page() returns trigger language plpgsql as $note$ begin
    if tg_op = 'INSERT' then
      perform note_outward_event('release.published', new.release_id, new.version, '{}', new.updated_at);
    elsif new.version > old.version then
      perform note_outward_event('release.corrected', new.release_id, new.version, '{}', new.updated_at);
    end if;
    return null;
  end $note$`,
  sql`create function note_withdrawn() returns trigger language plpgsql as $note$ begin
    perform note_outward_event('release.withdrawn', new.release_id, new.version, '{}', new.withdrawn_at);
    return null;
  end $note$`,
  sql`create function note_delivery() returns trigger language plpgsql as $note$ begin
    perform note_outward_event('delivery.settled', new.release_id, new.version, jsonb_build_object('deliveryId', new.id,
      'account', new.account_id, 'channel', new.channel, 'operation', new.operation, 'state', new.state,
      'url', new.receipt ->> 'url'), new.updated_at);
    return null;
  end $note$`,
  sql`create function note_finding() returns trigger language plpgsql as $note$ begin
    if new.state = 'closed' then
      if tg_op = 'UPDATE' and old.state <> 'closed' then
        perform note_outward_event('finding.closed', new.id, null, '{}', new.updated_at);
      end if;
    elsif tg_op = 'INSERT' or old.state = 'closed' then
      perform note_outward_event('finding.opened', new.id, null, '{}', new.updated_at);
    end if;
    return null;
  end $note$`,
  // Told once, at the first reminder at or after the end.
  sql`create function note_deadline() returns trigger language plpgsql as $note$ begin
    if not exists (select from deadline_event e where e.deadline_id = new.deadline_id and e.id <> new.id
      and e.event = 'reminded' and (e.detail ->> 'percent')::numeric >= 100) then
      perform note_outward_event('deadline.missed', new.deadline_id, null, '{}', new.at);
    end if;
    return null;
  end $note$`,
  sql`create trigger outward_page after insert or update on published_page for each row execute function note_page()`,
  sql`create trigger outward_withdrawn after insert on withdrawn_page for each row execute function note_withdrawn()`,
  // One row a channel, not one a mail; nothing is run for the others.
  sql`create trigger outward_delivery after update on delivery for each row when (new.recipient = ''
    and old.state is distinct from new.state and new.state in
      ('delivered', 'corrected', 'withdrawn', 'rejected', 'abandoned', 'notWithdrawable'))
    execute function note_delivery()`,
  sql`create trigger outward_finding after insert or update on finding for each row execute function note_finding()`,
  sql`create trigger outward_deadline after insert on deadline_event for each row
    when (new.event = 'reminded' and (new.detail ->> 'percent')::numeric >= 100) execute function note_deadline()`,
];

const tables = [
  sql`create table event_subscription (
    id text primary key, organ_id text references organ (id), name text not null, address text not null, hint text not null,
    secret text not null, kinds jsonb not null, created_by text not null references person (id),
    created_at timestamptz not null, paused_at timestamptz, pause_reason text not null default '', ended_at timestamptz)`,
  sql`create table outward_event (
    seq bigserial primary key, id text not null unique default gen_random_uuid()::text, kind text not null,
    subject_id text not null, version integer, detail jsonb not null, at timestamptz not null, handed_on_at timestamptz)`,
  sql`create index outward_event_waiting on outward_event (seq) where handed_on_at is null`,
  sql`create table event_delivery (
    id text primary key, seq bigserial not null, subscription_id text not null references event_subscription (id),
    event_id text not null, kind text not null, body text not null, state text not null, attempts integer not null default 0,
    next_at timestamptz not null, lease_until timestamptz, status integer, answer text not null default '',
    created_at timestamptz not null, settled_at timestamptz, unique (subscription_id, event_id))`,
  sql`create index event_delivery_open on event_delivery (subscription_id, seq) where state in ('planned', 'sending')`,
  sql`create index event_delivery_newest on event_delivery (subscription_id, seq desc)`,
];

export const eventSubscriptions: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of [...tables, ...notes]) await statement.execute(database);
  },
};
