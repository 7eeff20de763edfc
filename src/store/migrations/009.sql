-- The links of the history: BLAKE2b-256 over the link before, the action and its changes. Written once, when all of it is known.
ALTER TABLE action ADD COLUMN link TEXT;

DROP TRIGGER action_is_final;
CREATE TRIGGER action_is_final BEFORE UPDATE OF id, stamp, type, target, name, subject, author ON action
BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
CREATE TRIGGER link_is_final BEFORE UPDATE OF link ON action WHEN OLD.link IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
