-- incident_import.sql: reports from a file of the command line.

-- incident_import_organisation: whose code this is.
-- pool: owner
-- in: code text
-- out: organisation_id int, name text, kind text
SELECT organisation_id, name, kind FROM organisation WHERE code = :code;

-- incident_import_person: whose e-mail address this is.
-- pool: owner
-- in: email text
-- out: person_id int, organisation_id int
SELECT person_id, organisation_id FROM person WHERE email = :email;

-- incident_import_add: a report, and where it stands.
-- pool: owner
-- in: ref text, submission bytes, organisation_id int, reporter_id int, state text, state_at time, submitted_at time, due_at time,
-- looked_at time, closed_at time, report text, title text, kind text, about text, about_organisation_id int, about_name text,
-- about_service text, happened_on text, physical int, psychological int, worry int, share text, candour text, serious int,
-- manager_id int, likelihood int, consequence int, likelihood_after int, consequence_after int, hold_until text, duplicate_of int,
-- urgency int
INSERT INTO incident (ref, submission, organisation_id, reporter_id, state, state_at, made_at, saved_at, submitted_at, due_at,
	looked_at, closed_at, report, title, kind, about, about_organisation_id, about_name, about_service, happened_on, physical,
	psychological, worry, share, candour, serious, manager_id, likelihood, consequence, likelihood_after, consequence_after,
	hold_until, duplicate_of, urgency)
VALUES (:ref, :submission, :organisation_id, NULLIF(:reporter_id, 0), :state, :state_at, :submitted_at, :submitted_at, :submitted_at,
	:due_at, :looked_at, :closed_at, :report, :title, :kind, :about, NULLIF(:about_organisation_id, 0), :about_name, :about_service,
	NULLIF(:happened_on, ''), NULLIF(:physical, 0), NULLIF(:psychological, 0), NULLIF(:worry, 0), :share, :candour, :serious,
	NULLIF(:manager_id, 0), NULLIF(:likelihood, 0), NULLIF(:consequence, 0), NULLIF(:likelihood_after, 0),
	NULLIF(:consequence_after, 0), :hold_until, NULLIF(:duplicate_of, 0), :urgency);

-- incident_import_event: one thing that happened to it.
-- pool: owner
-- in: incident_id int, at time, person_id int, organisation_id int, kind text, state_from text, state_to text, audience text,
-- request_id int, text text
INSERT INTO incident_event (incident_id, at, person_id, organisation_id, kind, state_from, state_to, audience, request_id, text)
VALUES (:incident_id, :at, NULLIF(:person_id, 0), NULLIF(:organisation_id, 0), :kind, :state_from, :state_to, :audience,
	NULLIF(:request_id, 0), :text);

-- incident_import_theme: a theme by its name, added where it is not there yet.
-- pool: owner
-- in: name text
INSERT IGNORE INTO incident_theme (name) VALUES (:name);

-- incident_import_theme_link: an incident has a theme.
-- pool: owner
-- in: incident_id int, name text
INSERT IGNORE INTO incident_theme_link (incident_id, theme_id)
SELECT :incident_id, theme_id FROM incident_theme WHERE name = :name;

-- incident_import_request: what another organisation was asked.
-- pool: owner
-- in: ref text, submission bytes, incident_id int, organisation_id int, asked_by int, asked_at time, due_on text, subject text,
-- brief text, questions text, shown text, state text, state_at time
INSERT INTO investigation_request (ref, submission, incident_id, organisation_id, asked_by, asked_at, due_on, subject, brief, questions,
	shown, state, state_at)
VALUES (:ref, :submission, :incident_id, :organisation_id, :asked_by, :asked_at, :due_on, :subject, :brief, :questions, :shown, :state,
	:state_at);

-- incident_import_answer: what it answered.
-- pool: owner
-- in: request_id int, answered_by int, organisation_id int, answered_at time, channel text, found text, why text, done text, learn text
INSERT INTO investigation_answer (request_id, round, answered_by, organisation_id, answered_at, channel, found, why, done, learn)
VALUES (:request_id, 1, :answered_by, :organisation_id, :answered_at, :channel, :found, :why, :done, :learn);

-- incident_import_action: what is to be done, or was.
-- pool: owner
-- in: ref text, incident_id int, what text, owner_id int, owner_name text, owner_organisation text, due_on text, state text,
-- evidence text, made_at time, ended_at time
INSERT INTO incident_action (ref, incident_id, what, owner_id, owner_name, owner_organisation, due_on, state, evidence, made_at,
	ended_at)
VALUES (:ref, :incident_id, :what, NULLIF(:owner_id, 0), :owner_name, :owner_organisation, :due_on, :state, :evidence, :made_at,
	:ended_at);
