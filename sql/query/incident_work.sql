-- incident_work.sql: what is found out about an incident, and what is done about it. Whoever asks has found the incident by its
-- reference, and with it the right to see it.

-- ---- Notes ---------------------------------------------------------------------------------------

-- incident_notes: the latest notes of an incident.
-- pool: staff
-- in: incident_id int, most int
-- out: note text, corrects text, at time, who text, text text, corrected_at time
SELECT n.ref AS note, n.corrects AS corrects, n.at AS at, p.name AS who, n.text AS text,
	(SELECT MAX(c.at) FROM incident_note c WHERE c.corrects = n.ref) AS corrected_at
FROM incident_note n JOIN person p ON p.person_id = n.person_id
WHERE n.incident_id = :incident_id ORDER BY n.note_id DESC LIMIT :most;

-- incident_note_by_ref: one note of an incident.
-- pool: staff
-- in: incident_id int, note text
-- out: at time, who text, text text
SELECT n.at AS at, p.name AS who, n.text AS text FROM incident_note n JOIN person p ON p.person_id = n.person_id
WHERE n.incident_id = :incident_id AND n.ref = :note;

-- incident_note_add: one more note.
-- pool: staff
-- duplicate: a double tap
-- in: incident_id int, ref text, at time, person_id int, text text, corrects text
INSERT INTO incident_note (incident_id, ref, at, person_id, text, corrects)
VALUES (:incident_id, :ref, :at, :person_id, :text, :corrects);

-- ---- The investigation ---------------------------------------------------------------------------

-- incident_investigation: what was found out; no row: nothing yet.
-- pool: staff
-- in: incident_id int
-- out: found text, why_1 text, why_2 text, why_3 text, why_4 text, why_5 text, factors text, other_factors text, row_version int
SELECT found, why_1, why_2, why_3, why_4, why_5, factors, other_factors, row_version FROM incident_investigation
WHERE incident_id = :incident_id;

-- incident_investigation_begin: the first that is written down.
-- pool: staff
-- duplicate: somebody else began at the same moment
-- in: incident_id int
INSERT INTO incident_investigation (incident_id) VALUES (:incident_id);

-- incident_found_set: what was found, and why it happened.
-- pool: staff
-- in: incident_id int, row_version int, found text, why_1 text, why_2 text, why_3 text, why_4 text, why_5 text
UPDATE incident_investigation SET found = :found, why_1 = :why_1, why_2 = :why_2, why_3 = :why_3, why_4 = :why_4, why_5 = :why_5,
	row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- incident_factors_set: what contributed.
-- pool: staff
-- in: incident_id int, row_version int, factors text, other_factors text
UPDATE incident_investigation SET factors = :factors, other_factors = :other_factors, row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- ---- What happened, step by step -----------------------------------------------------------------

-- incident_steps: the steps of an incident, in order.
-- pool: staff
-- in: incident_id int
-- out: ref text, happened_on text, about text, what text
SELECT ref, happened_on, about, what FROM incident_step WHERE incident_id = :incident_id AND removed_at IS NULL
ORDER BY happened_on, minute IS NULL, minute, step_id LIMIT 500;

-- incident_step_by_ref: one step.
-- pool: staff
-- in: incident_id int, ref text
-- out: step_id int, ref text, happened_on text, about text, what text, row_version int
SELECT step_id, ref, happened_on, about, what, row_version FROM incident_step
WHERE incident_id = :incident_id AND ref = :ref AND removed_at IS NULL;

-- incident_step_add: one more step. minute -1: no time of the day.
-- pool: staff
-- duplicate: a double tap
-- in: incident_id int, ref text, happened_on text, about text, minute int, what text, made_at time
INSERT INTO incident_step (incident_id, ref, happened_on, about, minute, what, made_at)
VALUES (:incident_id, :ref, :happened_on, :about, NULLIF(:minute, -1), :what, :made_at);

-- incident_step_set: a step is changed.
-- pool: staff
-- in: step_id int, row_version int, happened_on text, about text, minute int, what text
UPDATE incident_step SET happened_on = :happened_on, about = :about, minute = NULLIF(:minute, -1), what = :what,
	row_version = row_version + 1
WHERE step_id = :step_id AND row_version = :row_version AND removed_at IS NULL;

-- incident_step_remove: a step is taken out.
-- pool: staff
-- in: step_id int, removed_at time
UPDATE incident_step SET removed_at = :removed_at, row_version = row_version + 1
WHERE step_id = :step_id AND removed_at IS NULL;

-- ---- Actions -------------------------------------------------------------------------------------

-- incident_action_owners: who of the commissioner may be given an action.
-- pool: staff
-- in: organisation_id int
-- out: ref text, name text
SELECT p.ref AS ref, p.name AS name FROM person p
WHERE p.state = 'active' AND p.person_id IN (SELECT m.person_id FROM membership m WHERE m.organisation_id = :organisation_id)
ORDER BY p.name, p.person_id LIMIT 500;

-- incident_owner_by_ref: one of them, and the one who owns an action already.
-- pool: staff
-- in: organisation_id int, ref text, owner_id int
-- out: person_id int, name text
SELECT p.person_id AS person_id, p.name AS name FROM person p
WHERE p.ref = :ref AND (p.person_id = :owner_id OR (p.state = 'active'
	AND p.person_id IN (SELECT m.person_id FROM membership m WHERE m.organisation_id = :organisation_id)));

-- incident_actions: the actions of an incident.
-- pool: staff
-- in: incident_id int
-- out: ref text, what text, owner text, owner_name text, owner_organisation text, due_on text, state text, evidence text, why text,
-- ended_at time
SELECT a.ref AS ref, a.what AS what, p.name AS owner, a.owner_name AS owner_name, a.owner_organisation AS owner_organisation,
	a.due_on AS due_on, a.state AS state, a.evidence AS evidence, a.why AS why, a.ended_at AS ended_at
FROM incident_action a LEFT JOIN person p ON p.person_id = a.owner_id
WHERE a.incident_id = :incident_id ORDER BY a.place, a.action_id LIMIT 200;

-- incident_action_by_ref: one action of an incident.
-- pool: staff
-- in: incident_id int, ref text
-- out: action_id int, ref text, what text, owner_id int, owner text, owner_ref text, owner_name text, owner_organisation text,
-- due_on text, state text, evidence text, why text, row_version int
SELECT a.action_id AS action_id, a.ref AS ref, a.what AS what, a.owner_id AS owner_id, p.name AS owner, p.ref AS owner_ref,
	a.owner_name AS owner_name, a.owner_organisation AS owner_organisation, a.due_on AS due_on, a.state AS state,
	a.evidence AS evidence, a.why AS why, a.row_version AS row_version
FROM incident_action a LEFT JOIN person p ON p.person_id = a.owner_id
WHERE a.incident_id = :incident_id AND a.ref = :ref;

-- incident_action_add: something is to be done.
-- pool: staff
-- duplicate: a double tap
-- in: incident_id int, ref text, what text, owner_id int, owner_name text, owner_organisation text, due_on text, made_at time
INSERT INTO incident_action (incident_id, ref, what, owner_id, owner_name, owner_organisation, due_on, made_at)
VALUES (:incident_id, :ref, :what, NULLIF(:owner_id, 0), :owner_name, :owner_organisation, :due_on, :made_at);

-- incident_action_set: what, by whom, until when. Another owner or another day is reminded anew.
-- pool: staff
-- in: action_id int, row_version int, what text, owner_id int, owner_name text, owner_organisation text, due_on text, anew int
UPDATE incident_action SET what = :what, owner_id = NULLIF(:owner_id, 0), owner_name = :owner_name,
	owner_organisation = :owner_organisation, due_on = :due_on, reminded_at = IF(:anew, NULL, reminded_at),
	chased_at = IF(:anew, NULL, chased_at), row_version = row_version + 1
WHERE action_id = :action_id AND row_version = :row_version AND state = 'open';

-- incident_action_move: done, cancelled, or open again.
-- pool: staff
-- in: action_id int, row_version int, state text, evidence text, why text, ended_at time
UPDATE incident_action SET state = :state, evidence = :evidence, why = :why, ended_at = :ended_at,
	reminded_at = IF(:state = 'open', NULL, reminded_at), chased_at = IF(:state = 'open', NULL, chased_at),
	row_version = row_version + 1
WHERE action_id = :action_id AND row_version = :row_version;

-- incident_actions_open: how many of an incident are open.
-- pool: staff
-- in: incident_id int
-- out: n int, total int
SELECT COALESCE(SUM(a.state = 'open'), 0) AS n, COUNT(*) AS total FROM incident_action a WHERE a.incident_id = :incident_id;

-- actions_list: the actions of all incidents, for their list and its file.
-- pool: staff
-- tenant: whoever may open the page reads every incident
-- in: state text, overdue text, owner_id int, others int
-- out: action_id int, ref text, what text, owner text, owner_name text, owner_organisation text, due_on text, state text,
-- evidence text, why text, ended_at time, incident_ref text, incident_title text
-- key: a.action_id of incident_action a
-- sorts: order: a.place | due: a.due_on
SELECT a.action_id, a.ref, a.what, p.name AS owner, a.owner_name, a.owner_organisation, a.due_on, a.state, a.evidence, a.why,
	a.ended_at, i.ref AS incident_ref, i.title AS incident_title
FROM incident_action a JOIN incident i ON i.incident_id = a.incident_id LEFT JOIN person p ON p.person_id = a.owner_id
WHERE 1 = 1 [state? AND a.state = :state] [overdue? AND a.state = 'open' AND a.due_on < :overdue]
	[owner_id? AND a.owner_id = :owner_id] [others? AND (a.owner_id IS NULL) = :others] [page];

-- action_owners: who has been given actions.
-- pool: staff
-- out: person_id int, ref text, name text
SELECT p.person_id AS person_id, p.ref AS ref, p.name AS name FROM person p
WHERE p.person_id IN (SELECT a.owner_id FROM incident_action a) ORDER BY p.name, p.person_id LIMIT 500;

-- actions_of: how many open actions somebody has; overdue: only those due before that day.
-- pool: staff
-- in: owner_id int, overdue text
-- out: n int
SELECT COUNT(*) AS n FROM incident_action a WHERE a.owner_id = :owner_id AND a.state = 'open' [overdue? AND a.due_on < :overdue];

-- actions_own: the open actions of somebody.
-- pool: staff
-- tenant: they are the person's own
-- in: owner_id int
-- out: ref text, what text, due_on text, incident_ref text
SELECT a.ref AS ref, a.what AS what, a.due_on AS due_on, i.ref AS incident_ref
FROM incident_action a JOIN incident i ON i.incident_id = a.incident_id
WHERE a.owner_id = :owner_id AND a.state = 'open' ORDER BY a.place, a.action_id LIMIT 200;

-- actions_to_remind: open actions that are due before a day, whose owner (or, for somebody elsewhere, the incident's manager) is to be
-- written to. chase: of those that are overdue.
-- pool: owner
-- in: before text, chase int
-- out: action_id int, incident_ref text, due_on text, own int, email text, name text
SELECT a.action_id AS action_id, i.ref AS incident_ref, a.due_on AS due_on, a.owner_id IS NOT NULL AS own, p.email AS email,
	p.name AS name
FROM incident_action a JOIN incident i ON i.incident_id = a.incident_id
	JOIN person p ON p.person_id = COALESCE(a.owner_id, i.manager_id) AND p.state = 'active'
WHERE a.state = 'open' AND a.due_on < :before
	[chase? AND a.chased_at IS NULL] [!chase? AND a.reminded_at IS NULL AND a.chased_at IS NULL]
ORDER BY a.action_id LIMIT 500;

-- action_reminded: its owner was written to before it was due; nothing when somebody else did so meanwhile.
-- pool: owner
-- in: action_id int, at time
UPDATE incident_action SET reminded_at = :at WHERE action_id = :action_id AND reminded_at IS NULL;

-- action_chased: its owner was written to because it is overdue.
-- pool: owner
-- in: action_id int, at time
UPDATE incident_action SET chased_at = :at WHERE action_id = :action_id AND chased_at IS NULL;

-- ---- Duty of candour -----------------------------------------------------------------------------

-- incident_candour: does it apply, and what was done when; no row: nobody has written it down yet.
-- pool: staff
-- in: incident_id int
-- out: applies text, why text, limbs text, known_on text, told_on text, told_whom text, told_by text, told_how text,
-- account_on text, enquiries_on text, enquiries text, apology_on text, record_on text, letter_on text, support_on text,
-- support text, row_version int
SELECT applies, why, limbs, known_on, told_on, told_whom, told_by, told_how, account_on, enquiries_on, enquiries, apology_on,
	record_on, letter_on, support_on, support, row_version
FROM incident_candour WHERE incident_id = :incident_id;

-- incident_candour_begin: the first that is written down.
-- pool: staff
-- duplicate: somebody else began at the same moment
-- in: incident_id int
INSERT INTO incident_candour (incident_id, applies) VALUES (:incident_id, 'unknown');

-- incident_candour_set: does it apply, and what was done when.
-- pool: staff
-- in: incident_id int, row_version int, applies text, why text, limbs text, known_on text, told_on text, told_whom text,
-- told_by text, told_how text, account_on text, enquiries_on text, enquiries text, apology_on text, record_on text,
-- letter_on text, support_on text, support text
UPDATE incident_candour SET applies = :applies, why = :why, limbs = :limbs, known_on = :known_on, told_on = :told_on,
	told_whom = :told_whom, told_by = :told_by, told_how = :told_how, account_on = :account_on, enquiries_on = :enquiries_on,
	enquiries = :enquiries, apology_on = :apology_on, record_on = :record_on, letter_on = :letter_on, support_on = :support_on,
	support = :support, row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- incident_candour_keep: the incident says the same, for lists and counts.
-- pool: staff
-- tenant: its page asked access.c about the incident
-- in: incident_id int, applies text
UPDATE incident SET candour = :applies WHERE incident_id = :incident_id AND NOT candour <=> :applies;

-- ---- Letters -------------------------------------------------------------------------------------

-- incident_letters: the letters of an incident.
-- pool: staff
-- in: incident_id int
-- out: ref text, kind text, whom text, made_at time, made_by text, sent_on text
SELECT l.ref AS ref, l.kind AS kind, l.whom AS whom, l.made_at AS made_at, p.name AS made_by, l.sent_on AS sent_on
FROM incident_letter l JOIN person p ON p.person_id = l.made_by
WHERE l.incident_id = :incident_id ORDER BY l.letter_id LIMIT 200;

-- incident_letter_by_ref: one letter of an incident.
-- pool: staff
-- in: incident_id int, ref text
-- out: letter_id int, ref text, kind text, whom text, body text, made_at time, made_by text, sent_on text, row_version int
SELECT l.letter_id AS letter_id, l.ref AS ref, l.kind AS kind, l.whom AS whom, l.body AS body, l.made_at AS made_at,
	p.name AS made_by, l.sent_on AS sent_on, l.row_version AS row_version
FROM incident_letter l JOIN person p ON p.person_id = l.made_by
WHERE l.incident_id = :incident_id AND l.ref = :ref;

-- incident_letter_add: a letter is begun.
-- pool: staff
-- duplicate: a double tap
-- in: incident_id int, ref text, kind text, whom text, body text, made_at time, made_by int
INSERT INTO incident_letter (incident_id, ref, kind, whom, body, made_at, made_by)
VALUES (:incident_id, :ref, :kind, :whom, :body, :made_at, :made_by);

-- incident_letter_set: a letter that was not sent yet is changed.
-- pool: staff
-- in: letter_id int, row_version int, whom text, body text
UPDATE incident_letter SET whom = :whom, body = :body, row_version = row_version + 1
WHERE letter_id = :letter_id AND row_version = :row_version AND sent_on IS NULL;

-- incident_letter_sent: it went, and stays as it went.
-- pool: staff
-- in: letter_id int, row_version int, sent_on text
UPDATE incident_letter SET sent_on = :sent_on, row_version = row_version + 1
WHERE letter_id = :letter_id AND row_version = :row_version AND sent_on IS NULL;
