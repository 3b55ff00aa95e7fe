-- incidents.sql: the queue of incidents.

-- incidents_list: the incidents, for the queue and its files; never a draft.
-- pool: staff
-- tenant: the commissioner's staff alone, who see every report
-- in: ref text, state text, open int, unseen int, due_before time, kind text, about text, practice text, provider text, me int,
-- manager text, nobody int, harm int, harm_most int, theme text, since time, before time
-- out: incident_id int, ref text, title text, state text, state_at time, submitted_at time, due_at time, looked_at time,
-- closed_at time, hold_until text, happened_on text, kind text, about text, about_name text, physical int, psychological int, harm int,
-- likelihood int, consequence int, likelihood_after int, consequence_after int, row_version int, practice text, practice_code text,
-- about_organisation text, about_code text, manager text
-- key: i.incident_id of incident i
-- sorts: urgency: i.urgency | newest: i.submitted_at desc | happened: i.happened_on desc | title: i.title
-- search: incident
SELECT i.incident_id, i.ref, i.title, i.state, i.state_at, i.submitted_at, i.due_at, i.looked_at, i.closed_at, i.hold_until,
	i.happened_on, i.kind, i.about, i.about_name, i.physical, i.psychological, i.harm, i.likelihood, i.consequence,
	i.likelihood_after, i.consequence_after, i.row_version, o.name AS practice, o.code AS practice_code,
	a.name AS about_organisation, a.code AS about_code, m.name AS manager
FROM [search] incident i
	LEFT JOIN organisation o ON o.organisation_id = i.organisation_id
	LEFT JOIN organisation a ON a.organisation_id = i.about_organisation_id
	LEFT JOIN person m ON m.person_id = i.manager_id
WHERE (i.state = 'draft') = 0
	[ref? AND i.ref = :ref]
	[state? AND i.state = :state]
	[open? AND i.is_open = 1]
	[unseen? AND i.is_unseen = 1]
	[due_before? AND i.is_unseen = 1 AND i.due_at < :due_before]
	[kind? AND i.kind = :kind]
	[about? AND i.about = :about]
	[practice? AND i.organisation_id = (SELECT x.organisation_id FROM organisation x WHERE x.code = :practice)]
	[provider? AND i.about_organisation_id = (SELECT y.organisation_id FROM organisation y WHERE y.code = :provider)]
	[me? AND i.manager_id = :me]
	[manager? AND i.manager_id = (SELECT z.person_id FROM person z WHERE z.ref = :manager)]
	[nobody? AND i.manager_id IS NULL]
	[harm? AND i.harm = :harm]
	[harm_most? AND i.harm <= :harm_most]
	[theme? AND EXISTS (SELECT 1 FROM incident_theme_link l WHERE l.incident_id = i.incident_id
		AND l.theme_id = (SELECT t.theme_id FROM incident_theme t WHERE t.ref = :theme))]
	[since? AND i.submitted_at >= :since]
	[before? AND i.submitted_at < :before]
	[page];

-- incident_practices: who has reported something. (LIMIT: one look into an index for each; EXISTS would read every incident.)
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: code text, name text
SELECT o.code AS code, o.name AS name
FROM organisation o WHERE (SELECT 1 FROM incident i WHERE i.organisation_id = o.organisation_id LIMIT 1)
ORDER BY o.name, o.code;

-- incident_providers: whom something was reported about; likewise.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: code text, name text
SELECT o.code AS code, o.name AS name
FROM organisation o WHERE (SELECT 1 FROM incident i WHERE i.about_organisation_id = o.organisation_id LIMIT 1)
ORDER BY o.name, o.code;

-- incident_lookers_after: who looks after an incident, may they still or not.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: ref text, name text
SELECT p.ref AS ref, p.name AS name
FROM person p WHERE (SELECT 1 FROM incident i WHERE i.manager_id = p.person_id LIMIT 1)
ORDER BY p.name, p.person_id;

-- incidents_unseen: how many nobody has looked at yet, and how many of them somebody should have.
-- pool: staff
-- tenant: the commissioner's incident managers alone
-- in: now time
-- out: unseen int, late int
SELECT COUNT(*) AS unseen, COALESCE(SUM(due_at < :now), 0) AS late FROM incident WHERE is_unseen = 1;

-- incident_themes_used: every theme, those that are not offered any more too.
-- pool: staff
-- out: ref text, name text
SELECT ref, name FROM incident_theme ORDER BY name;
