-- report.sql: the reporter's door: drafts, sending, following.

-- report_organisations: other organisations that something can have happened at.
-- pool: staff public
-- in: organisation_id int
-- out: code text, name text
SELECT code, name FROM organisation
WHERE kind IN ('practice', 'provider', 'voluntary') AND closed_on IS NULL AND organisation_id <> :organisation_id
ORDER BY name, code LIMIT 1000;

-- report_by_submission: what this form began, if it was sent before.
-- pool: staff
-- in: submission bytes, organisation_id int, reporter_id int
-- out: ref text
SELECT ref FROM incident
WHERE submission = :submission AND organisation_id = :organisation_id AND reporter_id = :reporter_id;

-- report_by_submission_now: the same when adding it met one, which this transaction does not see yet: it begins anew.
-- pool: staff
-- in: submission bytes, organisation_id int, reporter_id int
-- out: ref text
SELECT ref FROM incident
WHERE submission = :submission AND organisation_id = :organisation_id AND reporter_id = :reporter_id LOCK IN SHARE MODE;

-- report_begin: a draft.
-- pool: staff
-- duplicate: the form was sent before
-- in: ref text, submission bytes, organisation_id int, reporter_id int, now time, draft text, title text
INSERT INTO incident (ref, submission, organisation_id, reporter_id, state, state_at, made_at, saved_at, draft, title)
VALUES (:ref, :submission, :organisation_id, :reporter_id, 'draft', :now, :now, :now, :draft, :title);

-- report_save: a step of a draft.
-- pool: staff
-- untold: a draft is its writer's own paper; that it was begun, sent or thrown away is told
-- in: incident_id int, organisation_id int, now time, draft text, title text
UPDATE incident SET draft = :draft, title = :title, saved_at = :now
WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND state = 'draft';

-- report_send: from now on it is the commissioner's to look at, and stays as it is.
-- pool: staff
-- in: incident_id int, organisation_id int, now time, due_at time, report text, title text, kind text, about text, about_code text,
-- about_name text, about_service text, happened_on text, physical int, psychological int, worry int, share text, candour text,
-- serious int, urgency int
UPDATE incident SET state = 'submitted', state_at = :now, submitted_at = :now, due_at = :due_at, draft = NULL, report = :report,
	title = :title, kind = :kind, about = :about,
	about_organisation_id = (SELECT organisation_id FROM organisation WHERE code = :about_code), about_name = :about_name,
	about_service = :about_service, happened_on = NULLIF(:happened_on, ''), physical = NULLIF(:physical, 0),
	psychological = NULLIF(:psychological, 0), worry = NULLIF(:worry, 0), share = :share, candour = :candour,
	serious = :serious, urgency = :urgency, row_version = row_version + 1
WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND state = 'draft';

-- report_discard: a draft is thrown away.
-- pool: staff
-- in: incident_id int, organisation_id int, reporter_id int
DELETE FROM incident_draft
WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND reporter_id = :reporter_id;

-- report_discarded: did this person throw away the draft that had this reference?
-- tenant: what somebody did themselves, wherever they act now
-- pool: staff
-- in: ref text, person_id int
-- out: audit_id int
SELECT audit_id FROM audit
WHERE ref = :ref AND subject = 'incident' AND action = 'remove' AND person_id = :person_id
	AND JSON_VALUE(detail, '$.draft') = 'discarded' LIMIT 1;

-- report_drafts: somebody's own, newest first.
-- pool: staff
-- in: organisation_id int, reporter_id int
-- out: ref text, title text, saved_at time
SELECT ref, title, saved_at FROM incident
WHERE organisation_id = :organisation_id AND reporter_id = :reporter_id AND state = 'draft'
ORDER BY saved_at DESC, incident_id DESC LIMIT 50;

-- report_drafts_count: how many wait to be finished.
-- pool: staff
-- in: organisation_id int, reporter_id int
-- out: n int
SELECT COUNT(*) AS n FROM incident
WHERE organisation_id = :organisation_id AND reporter_id = :reporter_id AND state = 'draft';

-- report_questions_count: reports of a practice that wait for its answer.
-- pool: staff
-- in: organisation_id int
-- out: n int
SELECT COUNT(*) AS n FROM incident
WHERE organisation_id = :organisation_id AND state = 'information' AND code_hash IS NULL;

-- reports_list: what a practice reported, for its list and its file; not what somebody of it reported without a name.
-- pool: staff
-- in: organisation_id int, state text, kind text
-- out: incident_id int, ref text, title text, kind text, state text, submitted_at time, closed_at time, about text, about_name text,
-- about_organisation text, reporter text, anonymous int, happened_on text
-- key: i.incident_id of incident i
-- sorts: sent: i.submitted_at desc | ref: i.ref
-- search: incident
SELECT i.incident_id, i.ref, i.title, i.kind, i.state, i.submitted_at, i.closed_at, i.about, i.about_name,
	a.name AS about_organisation, p.name AS reporter, i.code_hash IS NOT NULL AS anonymous, i.happened_on
FROM [search] incident i LEFT JOIN organisation a ON a.organisation_id = i.about_organisation_id
	LEFT JOIN person p ON p.person_id = i.reporter_id
WHERE i.organisation_id = :organisation_id AND i.state <> 'draft' AND (i.code_hash IS NULL) = 1 [state? AND i.state = :state] [kind? AND i.kind = :kind] [page];

-- report_question: the last question to the reporter.
-- pool: staff
-- tenant: its page asks access.c whether this person may see the incident
-- in: incident_id int
-- out: text text, at time
SELECT text, at FROM incident_event
WHERE incident_id = :incident_id AND kind = 'question' AND FIND_IN_SET('reporter', audience) > 0
ORDER BY event_id DESC LIMIT 1;

-- report_said: did this person say just this, of this kind, since then? A form that was sent twice.
-- pool: staff
-- tenant: its page asks access.c whether this person may see the incident
-- in: incident_id int, person_id int, kind text, text text, since time
-- out: event_id int
SELECT event_id FROM incident_event
WHERE incident_id = :incident_id AND person_id = :person_id AND kind = :kind AND text = :text AND at >= :since LIMIT 1;

-- report_touch: something is added to it; of two at once the second looks again.
-- pool: staff owner
-- in: incident_id int, organisation_id int
UPDATE incident SET row_version = row_version + 1
WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND state <> 'draft';
