-- bulletin.sql: learning bulletins.

-- bulletin_by_ref: one bulletin, whole.
-- pool: staff
-- in: ref text
-- out: bulletin_id int, ref text, slug text, title text, summary text, body text, public int, state text, state_at time, made_at time,
-- written_by int, edited_by int, sent_by int, published_at time, reminded_at time, row_version int, writer text, approver text,
-- replaces_id int, replaces_title text, replaces_ref text, replaces_at time
SELECT b.bulletin_id AS bulletin_id, b.ref AS ref, b.slug AS slug, b.title AS title, b.summary AS summary, b.body AS body, b.public AS public,
	b.state AS state, b.state_at AS state_at, b.made_at AS made_at, b.written_by AS written_by, b.edited_by AS edited_by,
	b.sent_by AS sent_by, b.published_at AS published_at, b.reminded_at AS reminded_at, b.row_version AS row_version,
	w.name AS writer, a.name AS approver, b.replaces_id AS replaces_id, o.title AS replaces_title, o.slug AS replaces_ref,
	o.published_at AS replaces_at
FROM bulletin b JOIN person w ON w.person_id = b.written_by LEFT JOIN person a ON a.person_id = b.approved_by
	LEFT JOIN bulletin o ON o.bulletin_id = b.replaces_id
WHERE b.ref = :ref;

-- bulletin_add: a new one, a draft.
-- pool: staff owner
-- duplicate: the form was sent already
-- in: ref text, slug text, title text, summary text, body text, public int, now time, written_by int, replaces_id int
INSERT INTO bulletin (ref, slug, title, summary, body, public, state_at, made_at, written_by, edited_by, replaces_id)
VALUES (:ref, :slug, :title, :summary, :body, :public, :now, :now, :written_by, :written_by, NULLIF(:replaces_id, 0));

-- bulletin_edit: its text, while it is a draft, unless somebody else changed it since.
-- pool: staff
-- in: bulletin_id int, row_version int, slug text, title text, summary text, body text, public int, edited_by int
UPDATE bulletin SET slug = :slug, title = :title, summary = :summary, body = :body, public = :public, edited_by = :edited_by,
	row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND row_version = :row_version AND state = 'draft';

-- bulletin_send: it waits for somebody's approval.
-- pool: staff owner
-- in: bulletin_id int, row_version int, sent_by int, now time
UPDATE bulletin SET state = 'review', state_at = :now, sent_by = :sent_by, row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND row_version = :row_version AND state = 'draft';

-- bulletin_back: it is a draft again.
-- pool: staff
-- in: bulletin_id int, row_version int, now time
UPDATE bulletin SET state = 'draft', state_at = :now, row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND row_version = :row_version AND state = 'review';

-- bulletin_publish: everybody reads it from now on.
-- pool: staff owner
-- in: bulletin_id int, row_version int, approved_by int, now time
UPDATE bulletin SET state = 'published', state_at = :now, published_at = :now, approved_by = :approved_by,
	row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND row_version = :row_version AND state = 'review';

-- bulletin_withdraw: nobody reads it any more but those who look after bulletins.
-- pool: staff
-- in: bulletin_id int, row_version int, now time
UPDATE bulletin SET state = 'withdrawn', state_at = :now, row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND row_version = :row_version AND state <> 'withdrawn';

-- bulletin_withdraw_replaced: a corrected version takes its place.
-- pool: staff
-- in: bulletin_id int, now time
UPDATE bulletin SET state = 'withdrawn', state_at = :now, row_version = row_version + 1
WHERE bulletin_id = :bulletin_id AND state = 'published';

-- bulletin_remind: practices that have not read it are reminded, once in a while.
-- pool: staff
-- in: bulletin_id int, now time, before time
UPDATE bulletin SET reminded_at = :now
WHERE bulletin_id = :bulletin_id AND state = 'published' AND published_at < :before AND (reminded_at IS NULL OR reminded_at < :before);

-- bulletin_is_editor: did this person ever change its text?
-- pool: staff
-- in: bulletin_id int, person_id int
-- out: person_id int
SELECT person_id FROM bulletin_editor WHERE bulletin_id = :bulletin_id AND person_id = :person_id;

-- bulletin_correction: the corrected version of one that is being written, or was published.
-- pool: staff
-- in: bulletin_id int
-- out: slug text, title text, state text
SELECT slug, title, state FROM bulletin WHERE replaces_id = :bulletin_id AND state <> 'withdrawn' ORDER BY bulletin_id DESC LIMIT 1;

-- bulletin_touch: of two who begin to correct it at once the second looks again.
-- pool: staff
-- in: bulletin_id int, row_version int
UPDATE bulletin SET row_version = row_version + 1 WHERE bulletin_id = :bulletin_id AND row_version = :row_version;

-- bulletin_incident_add: the incident that it was made from.
-- pool: staff owner
-- in: bulletin_id int, incident_id int
INSERT IGNORE INTO bulletin_incident (bulletin_id, incident_id) VALUES (:bulletin_id, :incident_id);

-- bulletin_incident_copy: a corrected version is made from the same incidents.
-- pool: staff
-- in: bulletin_id int, from_id int
INSERT IGNORE INTO bulletin_incident (bulletin_id, incident_id)
SELECT :bulletin_id, incident_id FROM bulletin_incident WHERE bulletin_id = :from_id;

-- bulletin_incidents: the incidents that a bulletin was made from, for managers and the auditor.
-- pool: staff
-- tenant: bulletins are the commissioner's
-- in: bulletin_id int
-- out: ref text, title text
SELECT i.ref AS ref, i.title AS title FROM bulletin_incident b JOIN incident i ON i.incident_id = b.incident_id
WHERE b.bulletin_id = :bulletin_id ORDER BY i.incident_id;

-- bulletins_of_incident: the bulletins that were made from an incident.
-- pool: staff
-- in: incident_id int
-- out: slug text, title text, state text
SELECT b.slug AS slug, b.title AS title, b.state AS state FROM bulletin_incident i JOIN bulletin b ON b.bulletin_id = i.bulletin_id
WHERE i.incident_id = :incident_id ORDER BY b.bulletin_id;

-- bulletin_involved: who should not be recognised: organisations and reporters of the incidents of a bulletin, and of one incident more.
-- pool: staff
-- tenant: bulletins are the commissioner's
-- in: bulletin_id int, incident_id int
-- out: name text, code text, person int
SELECT o.name COLLATE utf8mb4_bin AS name, o.code COLLATE utf8mb4_bin AS code, 0 AS person FROM incident i
	JOIN organisation o ON o.organisation_id = i.organisation_id OR o.organisation_id = i.about_organisation_id
	WHERE i.incident_id = :incident_id OR i.incident_id IN (SELECT incident_id FROM bulletin_incident WHERE bulletin_id = :bulletin_id)
UNION
SELECT i.about_name COLLATE utf8mb4_bin AS name, '' COLLATE utf8mb4_bin AS code, 0 AS person FROM incident i
	WHERE i.about_name <> '' AND (i.incident_id = :incident_id OR i.incident_id IN (SELECT incident_id FROM bulletin_incident WHERE bulletin_id = :bulletin_id))
UNION
SELECT p.name COLLATE utf8mb4_bin AS name, '' COLLATE utf8mb4_bin AS code, 1 AS person FROM incident i JOIN person p ON p.person_id = i.reporter_id
	WHERE i.incident_id = :incident_id OR i.incident_id IN (SELECT incident_id FROM bulletin_incident WHERE bulletin_id = :bulletin_id);

-- bulletin_names_someone: organisations of ours whose name or code stands in a text.
-- pool: staff
-- in: text text
-- out: name text
SELECT name FROM organisation
WHERE kind <> 'commissioner' AND ((CHAR_LENGTH(name) > 4 AND INSTR(:text, name) > 0) OR (CHAR_LENGTH(code) > 4 AND INSTR(:text, code) > 0))
ORDER BY name LIMIT 20;

-- bulletin_theme_choices: themes that can be chosen, and those that a bulletin has.
-- pool: staff
-- in: bulletin_id int
-- out: theme_id int, name text, chosen int
SELECT t.theme_id AS theme_id, t.name AS name, l.theme_id IS NOT NULL AS chosen
FROM incident_theme t LEFT JOIN bulletin_theme l ON l.theme_id = t.theme_id AND l.bulletin_id = :bulletin_id
WHERE t.retired_at IS NULL OR l.theme_id IS NOT NULL ORDER BY t.name LIMIT 200;

-- bulletin_themes: the themes of a bulletin.
-- pool: staff
-- in: bulletin_id int
-- out: name text
SELECT t.name AS name FROM bulletin_theme l JOIN incident_theme t ON t.theme_id = l.theme_id
WHERE l.bulletin_id = :bulletin_id ORDER BY t.name;

-- bulletin_theme_filter: themes that some bulletin has, for the list's filter.
-- pool: staff
-- out: theme_id int, name text
SELECT t.theme_id AS theme_id, t.name AS name FROM incident_theme t
WHERE EXISTS (SELECT 1 FROM bulletin_theme l WHERE l.theme_id = t.theme_id) ORDER BY t.name LIMIT 200;

-- bulletin_theme_add: it has this theme.
-- pool: staff
-- in: bulletin_id int, theme_id int
INSERT IGNORE INTO bulletin_theme (bulletin_id, theme_id) VALUES (:bulletin_id, :theme_id);

-- bulletin_theme_remove: it has none.
-- pool: staff
-- in: bulletin_id int
DELETE FROM bulletin_theme WHERE bulletin_id = :bulletin_id;

-- bulletin_theme_copy: a corrected version has the same themes.
-- pool: staff
-- in: bulletin_id int, from_id int
INSERT IGNORE INTO bulletin_theme (bulletin_id, theme_id)
SELECT :bulletin_id, theme_id FROM bulletin_theme WHERE bulletin_id = :from_id;

-- bulletin_theme_of_incident: a bulletin begins with the themes of its incident.
-- pool: staff
-- in: incident_id int
-- out: theme_id int
SELECT theme_id FROM incident_theme_link WHERE incident_id = :incident_id ORDER BY theme_id;

-- bulletin_event_add: something happened to a bulletin.
-- pool: staff
-- in: bulletin_id int, now time, person_id int, kind text, text text
INSERT INTO bulletin_event (bulletin_id, at, person_id, kind, text) VALUES (:bulletin_id, :now, :person_id, :kind, :text);

-- bulletin_events: what happened to a bulletin, the latest first.
-- pool: staff
-- in: bulletin_id int
-- out: at time, person text, kind text, text text
SELECT e.at AS at, p.name AS person, e.kind AS kind, e.text AS text FROM bulletin_event e LEFT JOIN person p ON p.person_id = e.person_id
WHERE e.bulletin_id = :bulletin_id ORDER BY e.event_id DESC LIMIT 200;

-- bulletins_list: bulletins, for their list and its file.
-- pool: staff
-- tenant: everybody who signs in reads what is published; whose state a page may ask for is asked of access.c
-- in: published int, state text, theme_id int, unread_by int
-- out: bulletin_id int, slug text, title text, summary text, public int, state text, state_at time
-- key: b.bulletin_id of bulletin b
-- sorts: date: b.state_at desc | title: b.title
-- search: bulletin
SELECT b.bulletin_id, b.slug, b.title, b.summary, b.public, b.state, b.state_at
FROM [search] bulletin b WHERE 1 = 1 [published? AND b.state = 'published'] [state? AND b.state = :state]
	[theme_id? AND EXISTS (SELECT 1 FROM bulletin_theme t WHERE t.bulletin_id = b.bulletin_id AND t.theme_id = :theme_id)]
	[unread_by? AND NOT EXISTS (SELECT 1 FROM bulletin_receipt c WHERE c.bulletin_id = b.bulletin_id AND c.organisation_id = :unread_by)] [page];

-- bulletin_receipts_of: what an organisation has read.
-- pool: staff
-- in: organisation_id int
-- out: bulletin_id int, at time
SELECT bulletin_id, at FROM bulletin_receipt WHERE organisation_id = :organisation_id ORDER BY bulletin_id;

-- bulletin_receipt: who of an organisation said that it has read a bulletin.
-- pool: staff
-- in: bulletin_id int, organisation_id int
-- out: at time, person text
SELECT c.at AS at, p.name AS person FROM bulletin_receipt c JOIN person p ON p.person_id = c.person_id
WHERE c.bulletin_id = :bulletin_id AND c.organisation_id = :organisation_id;

-- bulletin_receipt_add: an organisation has read it; the first to say so counts.
-- pool: staff
-- in: bulletin_id int, organisation_id int, person_id int, now time
INSERT IGNORE INTO bulletin_receipt (bulletin_id, organisation_id, person_id, at)
VALUES (:bulletin_id, :organisation_id, :person_id, :now);

-- bulletin_readers: every open practice and whoever else has read it, who has not read it first.
-- pool: staff
-- tenant: managers and the auditor see every practice
-- in: bulletin_id int
-- out: code text, name text, kind text, at time, person text
SELECT o.code AS code, o.name AS name, o.kind AS kind, c.at AS at, p.name AS person
FROM organisation o LEFT JOIN bulletin_receipt c ON c.bulletin_id = :bulletin_id AND c.organisation_id = o.organisation_id
	LEFT JOIN person p ON p.person_id = c.person_id
WHERE c.at IS NOT NULL OR (o.kind = 'practice' AND o.closed_on IS NULL)
ORDER BY c.at IS NOT NULL, o.kind <> 'practice', o.name, o.organisation_id;

-- bulletin_readers_count: of the open practices, how many have read it.
-- pool: staff
-- tenant: managers and the auditor see every practice
-- in: bulletin_id int
-- out: practices int, have_read int
SELECT COUNT(*) AS practices, COUNT(c.at) AS have_read
FROM organisation o LEFT JOIN bulletin_receipt c ON c.bulletin_id = :bulletin_id AND c.organisation_id = o.organisation_id
WHERE o.kind = 'practice' AND o.closed_on IS NULL;

-- bulletins_unread: how many published bulletins an organisation has not said to have read.
-- pool: staff
-- in: organisation_id int
-- out: n int
SELECT COUNT(*) AS n FROM bulletin b WHERE b.state = 'published'
	AND NOT EXISTS (SELECT 1 FROM bulletin_receipt c WHERE c.bulletin_id = b.bulletin_id AND c.organisation_id = :organisation_id);

-- bulletins_to_approve: how many wait for the approval of somebody who did not write or change them.
-- pool: staff
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM bulletin b WHERE b.state = 'review' AND NOT (b.sent_by <=> :person_id)
	AND NOT EXISTS (SELECT 1 FROM bulletin_editor e WHERE e.bulletin_id = b.bulletin_id AND e.person_id = :person_id);

-- bulletin_mail_add: the jobs are to write to practices.
-- pool: staff
-- in: bulletin_id int, kind text, now time
INSERT INTO bulletin_mail (bulletin_id, kind, made_at) VALUES (:bulletin_id, :kind, :now);

-- bulletin_mail_next: what there is to write about.
-- pool: owner
-- out: mail_for_id int, bulletin_id int, kind text
SELECT mail_for_id, bulletin_id, kind FROM bulletin_mail ORDER BY mail_for_id LIMIT 1;

-- bulletin_mail_take: this run writes; no row when another one was first.
-- pool: owner
-- in: mail_for_id int
DELETE FROM bulletin_mail WHERE mail_for_id = :mail_for_id;

-- bulletin_mail_state: does it still hold what is to be written?
-- pool: owner
-- in: bulletin_id int
-- out: state text
SELECT state FROM bulletin WHERE bulletin_id = :bulletin_id;

-- bulletin_mail_to: members of open practices: all, those of practices that have read a bulletin, or those of practices that have not.
-- pool: owner
-- in: bulletin_id int, only_read int, only_unread int
-- out: email text, name text
SELECT DISTINCT p.email AS email, p.name AS name FROM organisation o
	JOIN membership m ON m.organisation_id = o.organisation_id AND m.role = 'practice_member'
	JOIN person p ON p.person_id = m.person_id AND p.state = 'active'
WHERE o.kind = 'practice' AND o.closed_on IS NULL
	[only_read? AND :only_read = 1 AND EXISTS (SELECT 1 FROM bulletin_receipt c WHERE c.bulletin_id = :bulletin_id AND c.organisation_id = o.organisation_id)]
	[only_unread? AND :only_unread = 1 AND NOT EXISTS (SELECT 1 FROM bulletin_receipt c WHERE c.bulletin_id = :bulletin_id AND c.organisation_id = o.organisation_id)];

-- learning_list: what the public may read, newest first.
-- pool: public
-- in: most int, skip int
-- out: slug text, title text, summary text, published_at time
SELECT slug, title, summary, published_at FROM bulletin_public ORDER BY published_at DESC, slug LIMIT :most OFFSET :skip;

-- learning_by_slug: one of them.
-- pool: public
-- in: slug text
-- out: slug text, title text, summary text, body text, published_at time
SELECT slug, title, summary, body, published_at FROM bulletin_public WHERE slug = :slug;

-- learning_themes: the themes of one of them.
-- pool: public
-- in: slug text
-- out: name text
SELECT name FROM bulletin_public_theme WHERE slug = :slug ORDER BY name;

-- bulletin_import_theme: it has the theme of this name.
-- pool: owner
-- in: bulletin_id int, name text
INSERT IGNORE INTO bulletin_theme (bulletin_id, theme_id) SELECT :bulletin_id, theme_id FROM incident_theme WHERE name = :name;

-- bulletin_import_receipt: an organisation has read it.
-- pool: owner
-- in: bulletin_id int, organisation_id int, person_id int, at time
INSERT IGNORE INTO bulletin_receipt (bulletin_id, organisation_id, person_id, at) VALUES (:bulletin_id, :organisation_id, :person_id, :at);
