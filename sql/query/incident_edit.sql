-- incident_edit.sql: what a manager changes of an incident beside its state.

-- incident_edit: title, who it is about, serious, unless somebody else changed it since.
-- pool: staff
-- tenant: its page asked access.c whether this person may change the incident
-- in: title text, about text, about_organisation_id int, about_name text, about_service text, serious int, incident_id int,
-- row_version int
UPDATE incident SET title = :title, about = :about, about_organisation_id = NULLIF(:about_organisation_id, 0),
	about_name = :about_name, about_service = :about_service, serious = :serious, row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- incident_assign: who looks after it, and perhaps that somebody has looked.
-- pool: staff
-- tenant: its page asked access.c whether this person may change the incident
-- in: manager_id int, looked_at time, urgency int, incident_id int, row_version int
UPDATE incident SET manager_id = NULLIF(:manager_id, 0), looked_at = COALESCE(looked_at, :looked_at), urgency = :urgency,
	row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- incident_managers: people who may look after incidents; and this one, who perhaps may not any more.
-- pool: staff
-- in: manager_id int
-- out: person_id int, ref text, name text
SELECT p.person_id AS person_id, p.ref AS ref, p.name AS name
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner'
	JOIN person p ON p.person_id = m.person_id
WHERE m.role = 'incident_manager' AND p.state = 'active'
UNION SELECT person_id, ref, name FROM person WHERE person_id = :manager_id
ORDER BY name, person_id LIMIT 500;

-- incident_manager_by_ref: one of them, while they may.
-- pool: staff
-- in: ref text
-- out: person_id int, name text
SELECT p.person_id AS person_id, p.name AS name
FROM person p JOIN membership m ON m.person_id = p.person_id JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE p.ref = :ref AND m.role = 'incident_manager' AND o.kind = 'commissioner' AND p.state = 'active' LIMIT 1;

-- incident_grade: how likely and how grave, as it was and after what was done.
-- pool: staff
-- tenant: its page asked access.c whether this person may change the incident
-- in: likelihood int, consequence int, likelihood_after int, consequence_after int, incident_id int, row_version int
UPDATE incident SET likelihood = NULLIF(:likelihood, 0), consequence = NULLIF(:consequence, 0),
	likelihood_after = NULLIF(:likelihood_after, 0), consequence_after = NULLIF(:consequence_after, 0), row_version = row_version + 1
WHERE incident_id = :incident_id AND row_version = :row_version;

-- incident_others: organisations that an incident may be about, to choose from while typing.
-- pool: staff
-- out: code text, name text
SELECT code, name FROM organisation WHERE kind IN ('provider', 'voluntary') AND closed_on IS NULL ORDER BY name, code LIMIT 500;

-- incident_other_named: an organisation by its whole name; an open one where several have it.
-- pool: staff
-- in: name text
-- out: code text
SELECT code FROM organisation WHERE name = :name ORDER BY closed_on IS NOT NULL, code LIMIT 1;
