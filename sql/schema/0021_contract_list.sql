-- 0021_contract_list.sql: what the register of contracts is read by: columns worked out of others, an index for each order that has every
-- column of its filters; names of aims in addresses; private addresses of calendars.

ALTER TABLE contract
  ADD COLUMN IF NOT EXISTS ending DATE AS (IF(status = 'ended', '9999-12-31', ends_on)) PERSISTENT COMMENT 'ends_on; what has ended comes last',
  ADD COLUMN IF NOT EXISTS review_by DATE AS (IF(status = 'ended' OR next_review_on IS NULL, '9999-12-31', next_review_on)) PERSISTENT
    COMMENT 'next_review_on; what has none comes last',
  ADD COLUMN IF NOT EXISTS no_specification BOOLEAN AS (IF(specified = 0 AND status <> 'ended', 1, NULL)) PERSISTENT
    COMMENT 'this and the following: flags of what has not ended, else NULL',
  ADD COLUMN IF NOT EXISTS no_monitoring BOOLEAN AS (IF(monitored = 0 AND status <> 'ended', 1, NULL)) PERSISTENT,
  ADD COLUMN IF NOT EXISTS has_missing BOOLEAN AS (IF(returns_missing > 0 AND status <> 'ended', 1, NULL)) PERSISTENT,
  ADD COLUMN IF NOT EXISTS has_red BOOLEAN AS (IF(red_kpis > 0 AND status <> 'ended', 1, NULL)) PERSISTENT,
  ADD COLUMN IF NOT EXISTS settled_on DATE NULL COMMENT 'the day whose figures value_now and its neighbours are: contract_settle()';

-- A filter is looked at while an order's index is walked; the table itself is read for the rows of the page alone.
ALTER TABLE contract
  ADD KEY IF NOT EXISTS contract_by_ending (ending, contract_id, status, kind, aim_id, lead_id, organisation_id, no_specification, no_monitoring,
    has_missing, has_red, review_by),
  ADD KEY IF NOT EXISTS contract_by_review (review_by, contract_id, status, kind, aim_id, lead_id, organisation_id, no_specification, no_monitoring,
    has_missing, has_red, ending),
  ADD KEY IF NOT EXISTS contract_by_reference (reference, contract_id, status, kind, aim_id, lead_id, organisation_id, no_specification,
    no_monitoring, has_missing, has_red, ending, review_by),
  ADD KEY IF NOT EXISTS contract_by_service (service, contract_id, status, kind, aim_id, lead_id, organisation_id, no_specification,
    no_monitoring, has_missing, has_red, ending, review_by),
  ADD KEY IF NOT EXISTS contract_by_value (value_now, contract_id, status, kind, aim_id, lead_id, organisation_id, no_specification,
    no_monitoring, has_missing, has_red, ending, review_by),
  ADD KEY IF NOT EXISTS contract_no_specification (no_specification),
  ADD KEY IF NOT EXISTS contract_no_monitoring (no_monitoring),
  ADD KEY IF NOT EXISTS contract_missing (has_missing),
  ADD KEY IF NOT EXISTS contract_red (has_red),
  ADD KEY IF NOT EXISTS contract_settled (settled_on),
  ADD KEY IF NOT EXISTS contract_money (aim_id, status, value_now) COMMENT 'totals are read from it alone';

ALTER TABLE contract
  ADD COLUMN IF NOT EXISTS notice_on DATE AS (IF(status IN ('planned', 'live'), ends_on - INTERVAL NULLIF(notice_months, 0) MONTH, NULL)) PERSISTENT
    COMMENT 'the last day to give notice',
  ADD KEY IF NOT EXISTS contract_by_notice (notice_on);

ALTER TABLE contract_value
  ADD KEY IF NOT EXISTS contract_value_year (year, pence) COMMENT 'totals by year are read from it alone';

ALTER TABLE contract_aim
  ADD COLUMN IF NOT EXISTS ref CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT (LPAD(LOWER(CONV(HEX(RANDOM_BYTES(6)), 16, 36)), 10, '0')) COMMENT 'names it in addresses, and never counts up' AFTER aim_id;
ALTER TABLE contract_aim ADD UNIQUE KEY IF NOT EXISTS contract_aim_ref (ref);

CREATE TABLE IF NOT EXISTS calendar_feed (
  token_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'of 256 random bits; the address itself was shown once and is nowhere',
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in the trail',
  person_id INT UNSIGNED NOT NULL COMMENT 'whose calendar it is: their rights are asked at each request',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'for whom they act in it',
  own BOOLEAN NOT NULL COMMENT 'contracts that they lead alone',
  made_at DATETIME NOT NULL,
  used_at DATETIME NULL COMMENT 'to the hour',
  revoked_at DATETIME NULL,
  live TINYINT AS (IF(revoked_at IS NULL, 1, NULL)) PERSISTENT,
  UNIQUE KEY calendar_feed_ref (ref),
  UNIQUE KEY calendar_feed_live (person_id, live) COMMENT 'one at a time',
  CONSTRAINT calendar_feed_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Private addresses by which calendar programs read the dates of contracts. Rows are revoked, never removed';

CREATE OR REPLACE TRIGGER calendar_feed_stays BEFORE UPDATE ON calendar_feed FOR EACH ROW
  IF OLD.revoked_at IS NOT NULL OR NEW.token_hash <> OLD.token_hash OR NEW.ref <> OLD.ref OR NEW.person_id <> OLD.person_id
      OR NEW.organisation_id <> OLD.organisation_id OR NEW.own <> OLD.own OR NEW.made_at <> OLD.made_at
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an address of a calendar stays as it was made; it can only be revoked'; END IF;

GRANT SELECT, INSERT, UPDATE ON calendar_feed TO soundings_staff;
