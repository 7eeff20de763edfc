-- Whom packages come from and go to, and what came and went.

-- Keys that a person has confirmed. A key of a sender who has another one now stays, as replaced.
CREATE TABLE sender (
  key TEXT PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('centre', 'school', 'expert')),
  record TEXT,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'replaced')),
  way TEXT NOT NULL CHECK (way IN ('words', 'hand', 'voucher')),
  moment INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sender_by_id ON sender (id);

-- Packages. What trust they came with stays for ever.
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  package TEXT NOT NULL,
  kind TEXT NOT NULL,
  created TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  peer TEXT,
  peer_id TEXT,
  key TEXT,
  subject TEXT,
  digest TEXT,
  file TEXT,
  records INTEGER NOT NULL,
  trust TEXT NOT NULL CHECK (trust IN ('own', 'confirmed', 'unknown', 'changed', 'unsigned')),
  state TEXT NOT NULL CHECK (state IN ('applied', 'refused', 'waiting', 'sent')),
  reason TEXT,
  moment INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('applied', 'refused')),
  answered TEXT
) STRICT;
CREATE INDEX parcel_by_package ON parcel (package, direction);
CREATE INDEX parcel_by_peer ON parcel (peer_id, sequence);
