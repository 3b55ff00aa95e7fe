-- 0030_proposal_guard.sql: what was published of a proposal's results is remembered; what the public pool can read and add is less.

CREATE TABLE IF NOT EXISTS proposal_publication (
  publication_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  results MEDIUMTEXT NOT NULL COMMENT 'JSON, as proposal.results',
  digest BINARY(16) AS (UNHEX(MD5(results))) PERSISTENT,
  UNIQUE KEY proposal_publication_once (proposal_id, digest),
  CONSTRAINT proposal_publication_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_publication_json CHECK (JSON_VALID(results))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Results as they were published: whoever kept one subtracts it from the next. Rows are added, never changed';
INSERT IGNORE INTO proposal_publication (proposal_id, at, results) SELECT proposal_id, results_at, results FROM proposal WHERE results IS NOT NULL;
GRANT SELECT, INSERT ON proposal_publication TO soundings_staff;

-- Who has a private link reads what is behind it, and of no other: a view would show all of them, and every private answer.
CREATE OR REPLACE FUNCTION proposal_private_of(of_proposal INT UNSIGNED, link BINARY(32)) RETURNS MEDIUMTEXT CHARACTER SET utf8mb4 READS SQL DATA
  SQL SECURITY DEFINER
  RETURN (SELECT JSON_OBJECT('sealed', CAST(v.sealed AS CHAR CHARACTER SET ascii), 'answer', a.answer, 'at', UNIX_TIMESTAMP(a.answered_at))
    FROM proposal_private v LEFT JOIN proposal_answer a ON a.response_id = v.response_id
    WHERE v.proposal_id = of_proposal AND v.edit_hash = link
      AND NOT EXISTS (SELECT 1 FROM proposal_response n WHERE n.replaces = v.response_id) LIMIT 1);
DROP VIEW IF EXISTS proposal_private_current;
GRANT EXECUTE ON FUNCTION proposal_private_of TO soundings_public;

-- A response from the web is to what can be answered now, for a group that is asked; where groups alone are asked, by a group's link. Days are
-- London's, never more than an hour ahead of UTC; who began in time has a day of grace (VISIT_GRACE_SECONDS).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_response_web AS
  SELECT response_id, ref, proposal_id, submission, digest, stance, group_id, by_link, capacity, organisation, name, publication, asks, answers,
    source, received_on, late, text_hash, edit_hash, replaces, withdrawn
  FROM proposal_response r WHERE source = 'web' AND typed_by IS NULL AND event_id IS NULL AND duplicate_of IS NULL AND campaign_id IS NULL
    AND replaced_by IS NULL AND edit_hash IS NOT NULL AND stance IS NOT NULL AND late = 0
    AND received_on BETWEEN DATE(UTC_TIMESTAMP() - INTERVAL 8 DAY) AND DATE(UTC_TIMESTAMP() + INTERVAL 1 HOUR)
    AND EXISTS (SELECT 1 FROM proposal p WHERE p.proposal_id = r.proposal_id AND p.state = 'published'
      AND p.opens_on <= DATE(UTC_TIMESTAMP() + INTERVAL 1 HOUR) AND p.closes_on >= DATE(UTC_TIMESTAMP() - INTERVAL 24 HOUR)
      AND (p.audience = 'all' OR r.by_link = 1))
    AND (r.by_link = 0 OR r.group_id IS NOT NULL)
    AND (r.group_id IS NULL OR EXISTS (SELECT 1 FROM proposal_group g WHERE g.proposal_id = r.proposal_id AND g.group_id = r.group_id))
  WITH CASCADED CHECK OPTION;
