-- Edits that are no changes here: those of other replicas as they came, with the import that brought them, and
-- decisions of this one that leave a value as it stands. "fields" is a JSON object.
CREATE TABLE edit (
  record TEXT NOT NULL,
  replica TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('add', 'set', 'remove')),
  fields TEXT NOT NULL,
  author TEXT NOT NULL,
  action INTEGER NOT NULL REFERENCES action,
  PRIMARY KEY (record, replica, stamp, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_by_stamp ON edit (replica, stamp);
CREATE INDEX edit_by_action ON edit (action);

-- From a stamp on, "replica" knew the edits of "other" up to "known".
CREATE TABLE knowledge (
  replica TEXT NOT NULL,
  other TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  known INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES action,
  PRIMARY KEY (replica, other, stamp)
) STRICT, WITHOUT ROWID;

-- Actions whose changes are no edits of this replica: those that brought the edits of others ('received'), and
-- those that were taken back before anybody saw them ('forgotten'), whose own and foreign edits do not count.
CREATE TABLE apart (
  action INTEGER PRIMARY KEY REFERENCES action,
  state TEXT NOT NULL CHECK (state IN ('received', 'forgotten'))
) STRICT;

-- Replicas that were heard of, and the centre that keeps each.
CREATE TABLE replica (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  centre TEXT
) STRICT, WITHOUT ROWID;

-- Records of which the edits say something else than what stands: conflicts, proposals, what a rule holds back. Once
-- in here a record is looked at again each time; it may have been settled since.
CREATE TABLE unsettled (
  record TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
