-- organisation.sql: organisations: what they are, how they change, what becomes of them.

-- organisation_by_code: an organisation's id and kind.
-- pool: staff owner
-- in: code text
-- out: organisation_id int, name text, kind text
SELECT organisation_id, name, kind FROM organisation WHERE code = :code;

-- organisation_commissioner: whose installation this is.
-- pool: staff owner
-- out: organisation_id int, code text
SELECT organisation_id, code FROM organisation WHERE kind = 'commissioner' ORDER BY organisation_id LIMIT 1;

-- organisation_get: one organisation, with the names of what it points at.
-- pool: staff owner
-- in: code text
-- out: organisation_id int, code text, name text, kind text, locality_id int, locality text, peer_group_id int, peer_group text,
-- commissioner_code text, address text, postcode text, telephone text, email text, opened_on text, closed_on text, patients int,
-- successor_id int, successor_code text, successor text, row_version int
SELECT o.organisation_id, o.code, o.name, o.kind, o.locality_id, l.name AS locality, o.peer_group_id, p.name AS peer_group,
  o.commissioner_code, o.address, o.postcode, o.telephone, o.email, o.opened_on, o.closed_on,
  COALESCE(CAST(o.patients AS SIGNED), -1) AS patients, o.successor_id, s.code AS successor_code, s.name AS successor, o.row_version
FROM organisation o
LEFT JOIN organisation_group l ON l.group_id = o.locality_id
LEFT JOIN organisation_group p ON p.group_id = o.peer_group_id
LEFT JOIN organisation s ON s.organisation_id = o.successor_id
WHERE o.code = :code;

-- organisation_lock: nobody else changes it before this transaction ends.
-- pool: staff owner
-- in: code text
-- out: organisation_id int
SELECT organisation_id FROM organisation WHERE code = :code FOR UPDATE;

-- organisation_add: a new organisation.
-- pool: staff owner
-- duplicate: the code is taken
-- in: code text, name text, kind text, locality_id int, peer_group_id int, commissioner_code text, address text, postcode text,
-- telephone text, email text, opened_on text, closed_on text
INSERT INTO organisation (code, name, kind, locality_id, peer_group_id, commissioner_code, address, postcode, telephone, email,
  opened_on, closed_on)
VALUES (:code, :name, :kind, NULLIF(:locality_id, 0), NULLIF(:peer_group_id, 0), :commissioner_code, :address, :postcode,
  :telephone, :email, :opened_on, :closed_on);

-- organisation_update: what is known of it, unless somebody else changed it since.
-- pool: staff owner
-- in: organisation_id int, row_version int, name text, kind text, locality_id int, peer_group_id int, commissioner_code text,
-- address text, postcode text, telephone text, email text, opened_on text
UPDATE organisation SET name = :name, kind = :kind, locality_id = NULLIF(:locality_id, 0),
  peer_group_id = NULLIF(:peer_group_id, 0), commissioner_code = :commissioner_code, address = :address,
  postcode = :postcode, telephone = :telephone, email = :email, opened_on = :opened_on, row_version = row_version + 1
WHERE organisation_id = :organisation_id AND row_version = :row_version;

-- organisation_close: from a day on it is closed; the commissioner never is.
-- pool: staff owner
-- in: organisation_id int, closed_on text
UPDATE organisation SET closed_on = :closed_on, row_version = row_version + 1
WHERE organisation_id = :organisation_id AND closed_on IS NULL AND kind <> 'commissioner';

-- organisation_reopen: it was not closed after all; one that was merged is not reopened like this.
-- pool: staff owner
-- in: organisation_id int
UPDATE organisation SET closed_on = NULL, row_version = row_version + 1
WHERE organisation_id = :organisation_id AND closed_on IS NOT NULL AND successor_id IS NULL;

-- organisation_members: how many people belong to it.
-- pool: staff
-- in: organisation_id int
-- out: people int
SELECT COUNT(DISTINCT person_id) AS people FROM membership WHERE organisation_id = :organisation_id;

-- organisation_records: what else is its own, and stays so.
-- pool: staff
-- in: organisation_id int
-- out: sizes int, surveys int
SELECT (SELECT COUNT(*) FROM list_size WHERE organisation_id = :organisation_id) AS sizes,
  (SELECT COUNT(*) FROM survey WHERE organisation_id = :organisation_id) AS surveys;

-- list_size_put: how many patients a practice had on a day; the last word on that day counts.
-- pool: staff owner
-- in: organisation_id int, counted_on text, patients int
INSERT INTO list_size (organisation_id, counted_on, patients) VALUES (:organisation_id, :counted_on, :patients)
ON DUPLICATE KEY UPDATE patients = :patients;

-- list_size_remove: this figure was wrong.
-- pool: staff owner
-- in: organisation_id int, counted_on text
DELETE FROM list_size WHERE organisation_id = :organisation_id AND counted_on = :counted_on;

-- list_size_newest: keeps organisation.patients; called after every change of list_size.
-- pool: staff owner
-- in: organisation_id int
UPDATE organisation SET patients = (SELECT l.patients FROM list_size l WHERE l.organisation_id = :organisation_id
  ORDER BY l.counted_on DESC LIMIT 1)
WHERE organisation_id = :organisation_id;

-- list_size_on: the figure of one day.
-- pool: staff
-- in: organisation_id int, counted_on text
-- out: patients int
SELECT patients FROM list_size WHERE organisation_id = :organisation_id AND counted_on = :counted_on;

-- list_sizes: the figures of one practice, newest first.
-- pool: staff
-- in: organisation_id int
-- out: counted_on text, patients int
SELECT counted_on, patients FROM list_size WHERE organisation_id = :organisation_id ORDER BY counted_on DESC LIMIT 200;

-- organisation_merge_add: that one was merged into another, and how it was before.
-- pool: staff owner
-- in: organisation_id int, into_id int, merged_on text
INSERT INTO organisation_merge (organisation_id, into_id, merged_on, closed_before)
SELECT organisation_id, :into_id, :merged_on, closed_on FROM organisation WHERE organisation_id = :organisation_id;

-- organisation_merge_get: into which one it was merged, as it was chosen then; and how many memberships that gave.
-- pool: staff owner
-- in: organisation_id int
-- out: into_id int, into_code text, into_name text, merged_on text, closed_before text, people int
SELECT m.into_id, o.code AS into_code, o.name AS into_name, m.merged_on, m.closed_before,
  (SELECT COUNT(DISTINCT g.person_id) FROM organisation_merge_member g WHERE g.organisation_id = m.organisation_id) AS people
FROM organisation_merge m JOIN organisation o ON o.organisation_id = m.into_id
WHERE m.organisation_id = :organisation_id;

-- organisation_merge_end: it has a successor, and is closed (on the day it was closed before, if it was).
-- pool: staff owner
-- in: organisation_id int, into_id int, merged_on text
UPDATE organisation SET successor_id = :into_id, closed_on = COALESCE(closed_on, :merged_on), row_version = row_version + 1
WHERE organisation_id = :organisation_id;

-- organisation_merge_lead: whatever was merged into it before leads to the one that goes on: never a chain.
-- pool: staff owner
-- in: organisation_id int, into_id int
UPDATE organisation SET successor_id = :into_id, row_version = row_version + 1 WHERE successor_id = :organisation_id;

-- organisation_merge_note: which memberships the merge is about to give, so that undoing it can take them away.
-- pool: staff owner
-- in: organisation_id int, into_id int
INSERT INTO organisation_merge_member (organisation_id, person_id, role)
SELECT m.organisation_id, m.person_id, m.role FROM membership m
WHERE m.organisation_id = :organisation_id AND NOT EXISTS (SELECT 1 FROM membership i
  WHERE i.organisation_id = :into_id AND i.person_id = m.person_id AND i.role = m.role);

-- organisation_merge_give: gives the memberships that were noted.
-- pool: staff owner
-- in: organisation_id int, into_id int
INSERT INTO membership (person_id, organisation_id, role)
SELECT person_id, :into_id, role FROM organisation_merge_member WHERE organisation_id = :organisation_id;

-- organisation_merge_take: takes them away again.
-- pool: staff owner
-- in: organisation_id int, into_id int
DELETE FROM membership WHERE organisation_id = :into_id AND (person_id, role) IN (SELECT g.person_id, g.role
  FROM organisation_merge_member g WHERE g.organisation_id = :organisation_id);

-- organisation_merge_forget: its memberships were given, or stay.
-- pool: staff owner
-- in: organisation_id int
DELETE FROM organisation_merge_member WHERE organisation_id = :organisation_id;

-- organisation_merge_remove: it was never merged.
-- pool: staff owner
-- in: organisation_id int
DELETE FROM organisation_merge WHERE organisation_id = :organisation_id;

-- organisation_merge_undo: it has no successor, and is as open as it was.
-- pool: staff owner
-- in: organisation_id int, closed_before text
UPDATE organisation SET successor_id = NULL, closed_on = :closed_before, row_version = row_version + 1
WHERE organisation_id = :organisation_id;

-- organisation_merge_lead_back: what had been merged into it, or into one of those, leads to it again.
-- pool: staff owner
-- in: organisation_id int
UPDATE organisation SET successor_id = :organisation_id, row_version = row_version + 1
WHERE organisation_id IN (WITH RECURSIVE earlier AS (
    SELECT organisation_id FROM organisation_merge WHERE into_id = :organisation_id
    UNION SELECT m.organisation_id FROM organisation_merge m JOIN earlier e ON m.into_id = e.organisation_id)
  SELECT organisation_id FROM earlier);

-- organisation_predecessors: what leads to it now, by name.
-- pool: staff
-- in: organisation_id int
-- out: code text, name text, closed_on text
SELECT code, name, closed_on FROM organisation WHERE successor_id = :organisation_id ORDER BY name, code LIMIT 200;

-- organisation_by_name: whom somebody may mean: of one kind, whose name begins like this.
-- pool: staff
-- in: kind text, begins text
-- out: code text, name text, closed_on text
SELECT code, name, closed_on FROM organisation WHERE kind = :kind AND name LIKE :begins ESCAPE '!'
ORDER BY closed_on IS NOT NULL, name, code LIMIT 6;

-- organisations_list: the organisations, for their list and its file. Most are open, so no index is to be used for that: hence = 1.
-- pool: staff
-- in: kind text, locality_id int, peer_group_id int, open int, closed int
-- out: organisation_id int, code text, name text, kind text, locality text, peer_group text, commissioner_code text, address text,
-- postcode text, telephone text, email text, opened_on text, closed_on text, patients int
-- key: o.organisation_id of organisation o
-- sorts: name: o.name | code: o.code | patients: o.patients desc | opened: o.opened_on desc
-- search: organisation
SELECT o.organisation_id, o.code, o.name, o.kind, l.name AS locality, p.name AS peer_group, o.commissioner_code, o.address,
  o.postcode, o.telephone, o.email, o.opened_on, o.closed_on, COALESCE(CAST(o.patients AS SIGNED), -1) AS patients
FROM [search] organisation o
LEFT JOIN organisation_group l ON l.group_id = o.locality_id
LEFT JOIN organisation_group p ON p.group_id = o.peer_group_id
WHERE 1 = 1
  [kind? AND o.kind = :kind]
  [locality_id? AND o.locality_id = :locality_id]
  [peer_group_id? AND o.peer_group_id = :peer_group_id]
  [open? AND (o.closed_on IS NULL) = 1]
  [closed? AND o.closed_on IS NOT NULL]
  [page];

-- organisation_merged: what was merged into an organisation.
-- pool: staff
-- in: organisation_id int
-- out: code text, name text, closed_on text
SELECT code, name, closed_on FROM organisation WHERE successor_id = :organisation_id ORDER BY name, organisation_id LIMIT 200;

-- organisation_people: who belongs to an organisation, with what they may do there.
-- pool: staff
-- in: organisation_id int, most int
-- out: ref text, name text, email text, state text, roles text
SELECT p.ref, p.name, p.email, p.state, GROUP_CONCAT(m.role) AS roles
FROM membership m JOIN person p ON p.person_id = m.person_id
WHERE m.organisation_id = :organisation_id
GROUP BY p.person_id, p.ref, p.name, p.email, p.state ORDER BY p.name, p.person_id LIMIT :most;

-- organisation_surveys: what an organisation asks, the latest first.
-- pool: staff
-- in: organisation_id int, most int
-- out: slug text, title text, opens_at time, closes_at time
SELECT slug, title, opens_at, closes_at FROM survey
WHERE organisation_id = :organisation_id AND current_version IS NOT NULL ORDER BY survey_id DESC LIMIT :most;

-- organisation_history: what was done to an organisation, the newest first. Looks and exports are left to the trail itself.
-- pool: staff
-- tenant: the trail is the commissioner's
-- in: code text, most int
-- out: at time, who text, action text, detail text
SELECT at, who, action, detail FROM audit
WHERE subject = 'organisation' AND ref = :code AND action NOT IN ('look', 'export') ORDER BY audit_id DESC LIMIT :most;
