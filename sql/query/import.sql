-- import.sql: lists of organisations: what they would change, and storing it, many rows at a time.

-- import_existing: what we have of the codes of a list, [{"c": code, "d": day of a count or null}, ...].
-- pool: staff owner
-- in: list text
-- out: organisation_id int, code text, name text, kind text, locality text, peer_group text, commissioner_code text, address text,
-- postcode text, telephone text, email text, opened_on text, closed_on text, patients int, successor_code text, row_version int
SELECT STRAIGHT_JOIN o.organisation_id, o.code, o.name, o.kind, l.name AS locality, p.name AS peer_group, o.commissioner_code,
  o.address, o.postcode, o.telephone, o.email, o.opened_on, o.closed_on,
  COALESCE(CAST(s.patients AS SIGNED), -1) AS patients, n.code AS successor_code, o.row_version
FROM JSON_TABLE(:list, '$[*]' COLUMNS (code VARCHAR(12) PATH '$.c', counted_on DATE PATH '$.d')) j
JOIN organisation o ON o.code = j.code
LEFT JOIN organisation_group l ON l.group_id = o.locality_id
LEFT JOIN organisation_group p ON p.group_id = o.peer_group_id
LEFT JOIN organisation n ON n.organisation_id = o.successor_id
LEFT JOIN list_size s ON s.organisation_id = o.organisation_id AND s.counted_on = j.counted_on;

-- import_practices_of: open practices that a commissioner has by the national list; all that are on it when none is given.
-- pool: staff owner
-- in: commissioner text
-- out: code text, name text
SELECT code, name FROM organisation
WHERE kind = 'practice' AND closed_on IS NULL AND commissioner_code <> ''
  AND (:commissioner = '' OR commissioner_code = :commissioner)
ORDER BY code;

-- import_add_many: new organisations, [{"c": code, "n": name, ...}, ...]; groups by their ids.
-- pool: staff owner
-- in: rows text
INSERT INTO organisation (code, name, kind, locality_id, peer_group_id, commissioner_code, address, postcode, telephone, email,
  opened_on, closed_on)
SELECT j.code, j.name, j.kind, j.locality_id, j.peer_group_id, COALESCE(j.commissioner_code, ''), COALESCE(j.address, ''),
  COALESCE(j.postcode, ''), COALESCE(j.telephone, ''), COALESCE(j.email, ''), j.opened_on, NULLIF(j.closed_on, '')
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (code VARCHAR(12) PATH '$.c', name VARCHAR(200) PATH '$.n', kind VARCHAR(20) PATH '$.k',
  locality_id INT UNSIGNED PATH '$.l', peer_group_id INT UNSIGNED PATH '$.g', commissioner_code VARCHAR(12) PATH '$.m',
  address VARCHAR(300) PATH '$.a', postcode VARCHAR(8) PATH '$.p', telephone VARCHAR(30) PATH '$.t', email VARCHAR(254) PATH '$.e',
  opened_on DATE PATH '$.o', closed_on VARCHAR(10) PATH '$.x')) j;

-- import_update_many: what changes of organisations that we have; what a row does not name stays. One that somebody else
-- changed since it was compared is left alone, and the caller sees it in the number of rows.
-- pool: staff owner
-- in: rows text
UPDATE organisation o JOIN JSON_TABLE(:rows, '$[*]' COLUMNS (id INT UNSIGNED PATH '$.i', version INT UNSIGNED PATH '$.v',
  name VARCHAR(200) PATH '$.n', kind VARCHAR(20) PATH '$.k', locality_id INT UNSIGNED PATH '$.l',
  peer_group_id INT UNSIGNED PATH '$.g', commissioner_code VARCHAR(12) PATH '$.m', address VARCHAR(300) PATH '$.a',
  postcode VARCHAR(8) PATH '$.p', telephone VARCHAR(30) PATH '$.t', email VARCHAR(254) PATH '$.e', opened_on DATE PATH '$.o',
  closed_on VARCHAR(10) PATH '$.x')) j
SET o.name = COALESCE(j.name, o.name), o.kind = COALESCE(j.kind, o.kind), o.locality_id = COALESCE(j.locality_id, o.locality_id),
  o.peer_group_id = COALESCE(j.peer_group_id, o.peer_group_id),
  o.commissioner_code = COALESCE(j.commissioner_code, o.commissioner_code), o.address = COALESCE(j.address, o.address),
  o.postcode = COALESCE(j.postcode, o.postcode), o.telephone = COALESCE(j.telephone, o.telephone),
  o.email = COALESCE(j.email, o.email), o.opened_on = COALESCE(j.opened_on, o.opened_on),
  o.closed_on = IF(j.closed_on IS NULL, o.closed_on, NULLIF(j.closed_on, '')), o.row_version = o.row_version + 1
WHERE o.organisation_id = j.id AND o.row_version = j.version;

-- import_list_sizes: list sizes, [{"c": code, "d": day, "s": patients}, ...].
-- pool: staff owner
-- in: rows text
INSERT INTO list_size (organisation_id, counted_on, patients)
SELECT o.organisation_id, j.counted_on, j.patients
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (code VARCHAR(12) PATH '$.c', counted_on DATE PATH '$.d', patients INT UNSIGNED PATH '$.s')) j
JOIN organisation o ON o.code = j.code
ON DUPLICATE KEY UPDATE patients = VALUES(patients);

-- import_newest_sizes: keeps organisation.patients after import_list_sizes, of the same rows.
-- pool: staff owner
-- in: rows text
UPDATE organisation o JOIN JSON_TABLE(:rows, '$[*]' COLUMNS (code VARCHAR(12) PATH '$.c')) j
SET o.patients = (SELECT s.patients FROM list_size s WHERE s.organisation_id = o.organisation_id ORDER BY s.counted_on DESC LIMIT 1)
WHERE o.code = j.code;

-- import_found_by: what the organisations of some codes are searched by.
-- pool: staff owner
-- in: rows text
-- out: organisation_id int, code text, name text, postcode text
SELECT o.organisation_id, o.code, o.name, o.postcode
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (code VARCHAR(12) PATH '$.c')) j JOIN organisation o ON o.code = j.code;

-- import_audit_many: rows of the trail about organisations, [{"a": action, "r": code, "d": detail}, ...].
-- pool: staff owner
-- untold: it is the trail
-- in: now time, person_id int, who text, organisation_id int, rows text
INSERT INTO audit (at, person_id, who, organisation_id, action, subject, ref, detail)
SELECT :now, NULLIF(:person_id, 0), :who, NULLIF(:organisation_id, 0), j.action, 'organisation', j.ref, j.detail
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (action VARCHAR(30) PATH '$.a', ref VARCHAR(100) PATH '$.r', detail TEXT PATH '$.d')) j;

-- import_keep: a list between being sent and being stored.
-- pool: staff
-- untold: a list that is looked at before it is stored changes no record
-- in: import_id bytes, person_id int, commissioner_code text, file_name text, body bytes, now time
INSERT INTO practice_import (import_id, person_id, commissioner_code, file_name, body, made_at)
VALUES (:import_id, :person_id, :commissioner_code, :file_name, :body, :now);

-- import_get: the list again, for the person who sent it.
-- pool: staff
-- in: import_id bytes, person_id int
-- out: commissioner_code text, file_name text, body bytes, stored_at time
SELECT commissioner_code, file_name, body, stored_at FROM practice_import
WHERE import_id = :import_id AND person_id = :person_id AND kind = 'organisations';

-- import_exists: one, whosever it is: for the trail, when somebody asked for another's.
-- pool: staff
-- in: import_id bytes
-- out: person_id int
SELECT person_id FROM practice_import WHERE import_id = :import_id;

-- import_stored: it is stored now; no row changes when it was before.
-- pool: staff
-- in: now time, import_id bytes, person_id int
UPDATE practice_import SET stored_at = :now
WHERE import_id = :import_id AND person_id = :person_id AND stored_at IS NULL;

-- import_expire: lists that nobody came back to.
-- pool: owner
-- in: before time
DELETE FROM practice_import WHERE made_at < :before;

-- import_last_commissioner: the code that was given at the last import.
-- pool: staff
-- tenant: only the commissioner's people import
-- out: code text
SELECT ref AS code FROM audit WHERE action = 'import' AND subject = 'import' ORDER BY audit_id DESC LIMIT 1;
