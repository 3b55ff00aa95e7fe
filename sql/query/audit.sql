-- audit.sql: the trail of who did what.

-- audit_add: one row; 0 for nobody and for no organisation.
-- pool: staff owner
-- in: now time, person_id int, who text, organisation_id int, action text, subject text, ref text, detail text
INSERT INTO audit (at, person_id, who, organisation_id, action, subject, ref, detail)
VALUES (:now, NULLIF(:person_id, 0), :who, NULLIF(:organisation_id, 0), :action, :subject, LEFT(:ref, 100), :detail);
