-- 0033_proposal_coding.sql: how far coding is comes out of the totals: responses that were counted before are counted again. What duplicates another
-- is found by it.

INSERT IGNORE INTO proposal_pending (response_id) SELECT r.response_id FROM proposal_response r
  WHERE NOT EXISTS (SELECT 1 FROM proposal_pending n WHERE n.response_id = r.response_id);

ALTER TABLE proposal_coded ADD KEY IF NOT EXISTS proposal_coded_last (proposal_id, person_id, at, point_id);

ALTER TABLE proposal_response ADD KEY IF NOT EXISTS proposal_response_duplicate (duplicate_of);
