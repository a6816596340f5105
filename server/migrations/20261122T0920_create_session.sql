-- Sessions are server side, so that leaving office or signing out ends them at once.

create table session (
  -- sha-256 of the cookie's value: a stolen table opens no session.
  token_hash bytea constraint session_pk primary key,
  subject text not null,
  kind text not null constraint session_kind_known check (kind in ('citizen', 'officer')),
  profile json not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_subject on session (subject);
create index session_expiry on session (expires_at);

create table stored_file (
  hash text constraint stored_file_pk primary key constraint stored_file_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  bytes bigint not null constraint stored_file_not_empty check (bytes > 0),
  uploaded_by text not null,
  uploaded_at timestamptz not null
);
create index stored_file_uploader on stored_file (uploaded_by, uploaded_at desc);
