-- 0026_retention_kinds.sql: contracts, plans and bids, interests and breaches are kept for their years too: from when each is counted, and which are due.

-- One row of each record that can be destroyed some day. kept_from: NULL as long as its years have not begun, or something that stays refers to it.
CREATE OR REPLACE VIEW retention_record AS
  SELECT 'incident' AS kind, i.incident_id AS record_id, i.ref AS ref, DATE(i.submitted_at) AS begun_on, DATE(i.closed_at) AS ended_on,
    i.serious AS serious, i.kept_from AS kept_from
  FROM incident i WHERE i.state <> 'draft'
  UNION ALL
  SELECT 'contract', c.contract_id, c.ref, c.starts_on, IF(c.status = 'ended', c.ends_on, NULL), 0,
    IF(c.status <> 'ended' OR EXISTS (SELECT 1 FROM review v WHERE v.open_contract = c.contract_id)
      OR EXISTS (SELECT 1 FROM contract_action a WHERE a.contract_id = c.contract_id AND a.state = 'open'), NULL,
    GREATEST(CAST(c.ends_on AS DATETIME),
      COALESCE((SELECT MAX(v.state_at) FROM review v WHERE v.contract_id = c.contract_id), c.ends_on),
      COALESCE((SELECT MAX(m.sent_at) FROM monitoring_return r JOIN monitoring_version m ON m.return_id = r.return_id WHERE r.contract_id = c.contract_id), c.ends_on),
      COALESCE((SELECT MAX(a.ended_at) FROM contract_action a WHERE a.contract_id = c.contract_id), c.ends_on)))
  FROM contract c
  UNION ALL
  SELECT 'submission', s.submission_id, s.ref, DATE(s.sent_at), NULL, 0,
    IF(EXISTS (SELECT 1 FROM review v WHERE v.submission_id = s.submission_id AND v.state NOT IN ('decided', 'cancelled'))
      OR EXISTS (SELECT 1 FROM contract_action a JOIN decision d ON d.decision_id = a.decision_id JOIN review v ON v.review_id = d.review_id
        WHERE v.submission_id = s.submission_id AND a.state = 'open'), NULL,
    GREATEST(s.sent_at, s.saved_at,
      COALESCE((SELECT MAX(v.state_at) FROM review v WHERE v.submission_id = s.submission_id), s.sent_at),
      COALESCE((SELECT MAX(a.ended_at) FROM contract_action a JOIN decision d ON d.decision_id = a.decision_id JOIN review v ON v.review_id = d.review_id
        WHERE v.submission_id = s.submission_id), s.sent_at)))
  FROM submission s WHERE s.state <> 'draft'
  UNION ALL
  SELECT 'interest', i.interest_id, i.ref, DATE(i.declared_at), i.ended_on, 0,
    IF(EXISTS (SELECT 1 FROM review_declaration d WHERE d.interest_id = i.interest_id), NULL, CAST(GREATEST(i.ended_on, DATE(i.declared_at)) AS DATETIME))
  FROM interest i
  UNION ALL
  SELECT 'breach', b.breach_id, b.ref, b.happened_on, DATE(b.recorded_at), 0, GREATEST(CAST(b.happened_on AS DATETIME), b.recorded_at)
  FROM interest_breach b;

-- The pages read what is due from here, so that a list of it costs the same with any number of records. Before anything goes the view is asked.
CREATE TABLE IF NOT EXISTS retention_due (
  due_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the record: retention.h',
  record_id INT UNSIGNED NOT NULL,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_on DATE NOT NULL,
  ended_on DATE NULL,
  serious BOOLEAN NOT NULL,
  due_on DATE NOT NULL COMMENT 'its years were over then',
  UNIQUE KEY retention_due_record (kind, record_id),
  KEY retention_due_day (due_on),
  KEY retention_due_begun (begun_on),
  KEY retention_due_kind (kind, due_on),
  KEY retention_due_kind_begun (kind, begun_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Records whose years are over, as the jobs found them last: a cache of retention_record';

ALTER TABLE contract ADD KEY IF NOT EXISTS contract_kept (status, ends_on);

GRANT SELECT ON retention_record TO soundings_staff;
GRANT SELECT ON retention_due TO soundings_staff;
