-- The links of the history: SHA-256 over the link before, the action and its changes.
CREATE TABLE chain (
  action INTEGER PRIMARY KEY REFERENCES action,
  digest TEXT NOT NULL
) STRICT;

CREATE TRIGGER chain_is_final BEFORE UPDATE ON chain BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
CREATE TRIGGER chain_stays BEFORE DELETE ON chain BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
