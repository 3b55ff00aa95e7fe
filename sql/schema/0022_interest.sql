-- 0022_interest.sql: lists of interests, breaches and criteria: their orders; a name for each criterion.

ALTER TABLE criterion ADD COLUMN IF NOT EXISTS ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT (LEFT(HEX(RANDOM_BYTES(5)), 9))
  COMMENT 'random: names it in addresses; of the form that added it, so that a double tap adds one' AFTER version_id;
CREATE UNIQUE INDEX IF NOT EXISTS criterion_ref ON criterion (ref);
CREATE INDEX IF NOT EXISTS criteria_order ON criteria (name);
CREATE INDEX IF NOT EXISTS interest_order ON interest (declared_at);
CREATE INDEX IF NOT EXISTS interest_person_order ON interest (person_id, declared_at);
CREATE INDEX IF NOT EXISTS interest_kind_order ON interest (kind, declared_at);
