-- register.sql: the register out of a file: what is here already, and storing it.

-- register_by_reference: a contract as a file would have it. annual: "2025 12000.5;2026 13000".
-- pool: staff
-- tenant: of the commissioner's register, whoever it is with
-- in: reference text, year int
-- out: contract_id int, ref text, reference text, organisation_id int, organisation_code text, organisation text, kind text, service text,
-- served text, area text, route text, starts_on text, first_ends_on text, ends_on text, value_pence int, annual text, lead_id int,
-- lead text, next_review_on text, status text, aim text, monitoring text, return_months int, returns_from text, review_months int,
-- notice_months int, public int, row_version int
SELECT c.contract_id AS contract_id, c.ref AS ref, c.reference AS reference, c.organisation_id AS organisation_id,
	o.code AS organisation_code, o.name AS organisation, c.kind AS kind, c.service AS service, c.served AS served, c.area AS area,
	c.route AS route, c.starts_on AS starts_on, c.first_ends_on AS first_ends_on, c.ends_on AS ends_on,
	COALESCE((SELECT v.pence FROM contract_value v WHERE v.contract_id = c.contract_id AND v.year = :year), 0) AS value_pence,
	(SELECT GROUP_CONCAT(CONCAT(v.year, ' ', v.pence) ORDER BY v.year SEPARATOR ';') FROM contract_value v
		WHERE v.contract_id = c.contract_id) AS annual, c.lead_id AS lead_id, p.name AS lead, c.next_review_on AS next_review_on,
	c.status AS status, a.name AS aim, c.monitoring AS monitoring, c.return_months AS return_months, c.returns_from AS returns_from,
	c.review_months AS review_months, c.notice_months AS notice_months, c.public AS public, c.row_version AS row_version
FROM contract c JOIN organisation o ON o.organisation_id = c.organisation_id LEFT JOIN contract_aim a ON a.aim_id = c.aim_id
	LEFT JOIN person p ON p.person_id = c.lead_id
WHERE c.reference = :reference;

-- register_organisation: the organisation of a code, or (where there is one of it) of a name. Practices and the commissioner have none.
-- pool: staff
-- tenant: the list of organisations is the commissioner's
-- in: code text, name text
-- out: organisation_id int, code text, name text, found int
SELECT MIN(o.organisation_id) AS organisation_id, MIN(o.code) AS code, MIN(o.name) AS name, COUNT(*) AS found FROM organisation o
WHERE o.successor_id IS NULL AND o.kind NOT IN ('commissioner', 'practice') AND (o.code = :code OR (:code = '' AND o.name = :name));

-- register_lead: the contract reviewer of an e-mail address or a name.
-- pool: staff
-- tenant: people of the commissioner
-- in: who text
-- out: person_id int, name text, found int
SELECT MIN(p.person_id) AS person_id, MIN(p.name) AS name, COUNT(DISTINCT p.person_id) AS found
FROM person p JOIN membership m ON m.person_id = p.person_id JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE o.kind = 'commissioner' AND m.role = 'contract_reviewer' AND p.state = 'active' AND (p.email = :who OR p.name = :who);

-- register_aim: an aim by its name.
-- pool: staff
-- in: name text
-- out: aim_id int
SELECT aim_id FROM contract_aim WHERE name = :name;

-- register_aim_add: a new aim.
-- pool: staff
-- duplicate: somebody else added it just now
-- in: name text
INSERT INTO contract_aim (name) VALUES (:name);

-- register_add: a contract out of a file.
-- pool: staff
-- duplicate: its reference was added just now
-- in: ref text, submission bytes, reference text, organisation_id int, kind text, service text, served text, area text, route text,
-- starts_on text, first_ends_on text, ends_on text, lead_id int, next_review_on text, status text, aim_id int, monitoring text,
-- return_months text, returns_from text, review_months text, notice_months text, public text
INSERT INTO contract (ref, submission, reference, organisation_id, kind, service, served, area, route, starts_on, first_ends_on, ends_on,
	lead_id, next_review_on, status, aim_id, monitoring, return_months, returns_from, review_months, notice_months, public)
VALUES (:ref, :submission, :reference, :organisation_id, :kind, :service, :served, :area, :route, :starts_on, :first_ends_on, :ends_on,
	NULLIF(:lead_id, 0), NULLIF(:next_review_on, ''), :status, NULLIF(:aim_id, 0), :monitoring, :return_months, NULLIF(:returns_from, ''),
	:review_months, NULLIF(:notice_months, ''), :public);

-- register_change: a contract as a file has it. 0 rows: somebody changed it meanwhile.
-- pool: staff
-- in: contract_id int, row_version int, organisation_id int, kind text, service text, served text, area text, route text, starts_on text,
-- first_ends_on text, ends_on text, lead_id int, next_review_on text, status text, aim_id int, monitoring text, return_months text,
-- returns_from text, review_months text, notice_months text, public text
UPDATE contract SET organisation_id = :organisation_id, kind = :kind, service = :service, served = :served, area = :area, route = :route,
	starts_on = :starts_on, first_ends_on = :first_ends_on, ends_on = :ends_on, lead_id = NULLIF(:lead_id, 0),
	next_review_on = NULLIF(:next_review_on, ''), status = :status, aim_id = NULLIF(:aim_id, 0), monitoring = :monitoring,
	return_months = :return_months, returns_from = NULLIF(:returns_from, ''), review_months = :review_months,
	notice_months = NULLIF(:notice_months, ''), public = :public, row_version = row_version + 1
WHERE contract_id = :contract_id AND row_version = :row_version;

-- register_value: the value of one financial year.
-- pool: staff
-- in: contract_id int, year int, pence int
INSERT INTO contract_value (contract_id, year, pence) VALUES (:contract_id, :year, :pence) ON DUPLICATE KEY UPDATE pence = :pence;

-- register_keep: a file between being sent and being stored.
-- pool: staff
-- untold: nothing is stored of it yet, and storing it is told
-- in: import_id bytes, person_id int, file_name text, body bytes, now time
INSERT INTO practice_import (import_id, person_id, kind, commissioner_code, file_name, body, made_at)
VALUES (:import_id, :person_id, 'contracts', '', :file_name, :body, :now);

-- register_kept: that file, for who sent it.
-- pool: staff
-- in: import_id bytes, person_id int
-- out: file_name text, body bytes, stored_at time
SELECT file_name, body, stored_at FROM practice_import WHERE import_id = :import_id AND person_id = :person_id AND kind = 'contracts';
