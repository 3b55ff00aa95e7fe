-- contract.sql: what every page of a contract needs.

-- contract_by_ref: one contract, whole. lead: its name.
-- pool: staff owner
-- tenant: its page asks access.c whether this person may see it
-- in: ref text
-- out: contract_id int, ref text, reference text, organisation_id int, successor_id int, organisation text, organisation_code text,
-- kind text, service text, served text, area text, route text, starts_on text, first_ends_on text, ends_on text, status text, aim_id int,
-- aim text, lead_id int, lead text, notice_months int, monitoring text, return_months int, returns_from text, review_months int,
-- next_review_on text, outcome text, decided_on text, public int, value_now int, specified int, monitored int, returns_missing int,
-- red_kpis int, row_version int
SELECT c.contract_id AS contract_id, c.ref AS ref, c.reference AS reference, c.organisation_id AS organisation_id,
	o.successor_id AS successor_id, o.name AS organisation, o.code AS organisation_code, c.kind AS kind, c.service AS service,
	c.served AS served, c.area AS area, c.route AS route, c.starts_on AS starts_on, c.first_ends_on AS first_ends_on, c.ends_on AS ends_on,
	c.status AS status, c.aim_id AS aim_id, a.name AS aim, c.lead_id AS lead_id, p.name AS lead, c.notice_months AS notice_months,
	c.monitoring AS monitoring, c.return_months AS return_months, c.returns_from AS returns_from, c.review_months AS review_months,
	c.next_review_on AS next_review_on, c.outcome AS outcome, c.decided_on AS decided_on, c.public AS public, c.value_now AS value_now,
	c.specified AS specified, c.monitored AS monitored, c.returns_missing AS returns_missing, c.red_kpis AS red_kpis,
	c.row_version AS row_version
FROM contract c JOIN organisation o ON o.organisation_id = c.organisation_id LEFT JOIN contract_aim a ON a.aim_id = c.aim_id
	LEFT JOIN person p ON p.person_id = c.lead_id
WHERE c.ref = :ref;

-- contract_words: what a contract is searched by.
-- pool: staff owner
-- in: contract_id int
-- out: ref text, reference text, service text, served text, area text, organisation text
SELECT c.ref AS ref, c.reference AS reference, c.service AS service, c.served AS served, c.area AS area, o.name AS organisation
FROM contract c JOIN organisation o ON o.organisation_id = c.organisation_id WHERE c.contract_id = :contract_id;

-- contract_ids_of: the contracts of an organisation.
-- pool: staff owner
-- in: organisation_id int
-- out: contract_id int
SELECT c.contract_id AS contract_id FROM contract c WHERE c.organisation_id = :organisation_id;

-- contract_event_add: something happened to a contract. person_id 0: the program did it.
-- pool: staff owner
-- untold: its caller adds the row of the trail
-- in: contract_id int, at time, person_id int, kind text, review_id int, text text, detail text
INSERT INTO contract_event (contract_id, at, person_id, kind, review_id, text, detail)
VALUES (:contract_id, :at, NULLIF(:person_id, 0), :kind, NULLIF(:review_id, 0), :text, :detail);

-- contract_settle: counts anew what is kept beside a contract. year: the financial year of today.
-- pool: staff owner
-- untold: a cache of what is elsewhere
-- tenant: its caller found the contract with its rights
-- in: contract_id int, today text, year int
UPDATE contract c SET c.settled_on = :today,
	c.value_now = COALESCE((SELECT v.pence FROM contract_value v WHERE v.contract_id = c.contract_id AND v.year = :year), 0),
	c.specified = EXISTS (SELECT 1 FROM contract_document d JOIN contract_document_version w ON w.document_id = d.document_id
		WHERE d.contract_id = c.contract_id AND d.kind = 'specification' AND w.agreed_on IS NOT NULL),
	c.monitored = c.return_months > 0 AND EXISTS (SELECT 1 FROM contract_kpi k WHERE k.contract_id = c.contract_id AND k.ended_on IS NULL),
	c.returns_missing = (SELECT COUNT(*) FROM monitoring_return m WHERE m.contract_id = c.contract_id AND m.state = 'due' AND m.due_on < :today),
	c.red_kpis = (SELECT COUNT(*) FROM monitoring_value w WHERE w.rag = 'red' AND w.return_id = (SELECT m.return_id FROM monitoring_return m
		WHERE m.contract_id = c.contract_id AND m.version > 0 ORDER BY m.starts_on DESC LIMIT 1))
WHERE c.contract_id = :contract_id;
