-- 0027_submission_draft.sql: a plan or a bid that was never sent can be thrown away, and nothing else of that table.

CREATE OR REPLACE VIEW submission_draft AS
  SELECT submission_id, organisation_id, row_version FROM submission WHERE state = 'draft'
  WITH CASCADED CHECK OPTION;

GRANT SELECT, DELETE ON submission_draft TO soundings_staff;
