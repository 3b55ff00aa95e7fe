-- survey.sql: surveys and their versions.

-- survey_current: which version of a survey is current, and when it is open.
-- pool: public staff owner
-- in: slug text
-- out: survey_id int, version int, opens_at time, closes_at time
SELECT survey_id, current_version AS version, opens_at, closes_at
FROM survey WHERE slug = :slug AND current_version IS NOT NULL;

-- survey_definition: one version to compile, with what the database knows better than its file.
-- pool: public staff owner
-- in: survey_id int, version int
-- out: definition text, asked_by text, opens_at time, closes_at time
SELECT v.definition, o.name AS asked_by, s.opens_at, s.closes_at
FROM survey_version v
JOIN survey s ON s.survey_id = v.survey_id
JOIN organisation o ON o.organisation_id = s.organisation_id
WHERE v.survey_id = :survey_id AND v.version = :version;

-- survey_open: what the public front page lists.
-- pool: public
-- in: now time
-- out: slug text, title text, asked_by text, closes_at time
SELECT s.slug, s.title, o.name AS asked_by, s.closes_at
FROM survey s JOIN organisation o ON o.organisation_id = s.organisation_id
WHERE s.current_version IS NOT NULL AND s.anonymity = 'open'
  AND (s.opens_at IS NULL OR s.opens_at <= :now) AND (s.closes_at IS NULL OR s.closes_at > :now)
ORDER BY s.title;

-- survey_versions: the numbers of a survey's versions.
-- pool: staff owner
-- in: survey_id int
-- out: version int
SELECT version FROM survey_version WHERE survey_id = :survey_id ORDER BY version;

-- survey_for_import: the survey that a file would change, locked.
-- pool: owner
-- in: slug text
-- out: survey_id int, organisation text, kind text, anonymity text, version int, opens_at time, closes_at time
SELECT s.survey_id, o.code AS organisation, s.kind, s.anonymity, s.current_version AS version, s.opens_at, s.closes_at
FROM survey s JOIN organisation o ON o.organisation_id = s.organisation_id
WHERE s.slug = :slug FOR UPDATE;

-- survey_answered: has anybody answered?
-- pool: owner
-- in: survey_id int
-- out: answered int
SELECT 1 AS answered FROM response WHERE survey_id = :survey_id LIMIT 1;

-- survey_add: a survey without a version.
-- pool: owner
-- in: organisation_id int, slug text, kind text, anonymity text, title text, opens_at time, closes_at time
INSERT INTO survey (organisation_id, slug, kind, anonymity, title, opens_at, closes_at)
VALUES (:organisation_id, :slug, :kind, :anonymity, :title, :opens_at, :closes_at);

-- survey_update: what its file says of the survey itself, and which version is current.
-- pool: owner
-- in: survey_id int, organisation_id int, kind text, anonymity text, title text, opens_at time, closes_at time, version int
UPDATE survey SET organisation_id = :organisation_id, kind = :kind, anonymity = :anonymity, title = :title,
  opens_at = :opens_at, closes_at = :closes_at, current_version = :version
WHERE survey_id = :survey_id;

-- survey_publish: one more version, frozen.
-- pool: owner
-- in: survey_id int, version int, definition text, published_at time
INSERT INTO survey_version (survey_id, version, definition, published_at)
VALUES (:survey_id, :version, :definition, :published_at);

-- survey_organisation: an organisation by its code.
-- pool: owner
-- in: code text
-- out: organisation_id int
SELECT organisation_id FROM organisation WHERE code = :code FOR UPDATE;

-- survey_organisation_add: an organisation that only a survey's file knows.
-- pool: owner
-- in: code text, name text, kind text
INSERT INTO organisation (code, name, kind) VALUES (:code, :name, :kind);
