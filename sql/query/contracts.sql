-- contracts.sql: the register of contracts: its list and files, what is to be seen at a glance, totals of money, aims.

-- contracts_list: the register, for its list and its files.
-- pool: staff
-- tenant: the commissioner's staff alone, who see every contract
-- in: ref text, status text, current int, kind text, aim text, no_aim int, me int, lead text, nobody int, organisation text, no_specification int,
-- no_monitoring int, review_before text, ends_before text, unreviewed int, has_missing int, has_red int
-- out: contract_id int, ref text, reference text, organisation text, organisation_code text, kind text, service text, served text, area text,
-- route text, starts_on text, first_ends_on text, ends_on text, status text, aim text, lead text, notice_months int, monitoring text,
-- return_months int, review_months int, next_review_on text, outcome text, decided_on text, public int, value_now int, specified int,
-- monitored int, returns_missing int, red_kpis int, specified_on text, extensions text, annual text, kpis int
-- key: c.contract_id of contract c
-- sorts: ends: c.ending | review: c.review_by | reference: c.reference | service: c.service | value: c.value_now desc
-- search: contract
SELECT c.contract_id, c.ref, c.reference, o.name AS organisation, o.code AS organisation_code, c.kind, c.service, c.served, c.area,
	c.route, c.starts_on, c.first_ends_on, c.ends_on, c.status, a.name AS aim, l.name AS lead, c.notice_months, c.monitoring,
	c.return_months, c.review_months, c.next_review_on, c.outcome, c.decided_on, c.public, c.value_now, c.specified,
	c.monitored, c.returns_missing, c.red_kpis,
	(SELECT MAX(w.agreed_on) FROM contract_document d JOIN contract_document_version w ON w.document_id = d.document_id
		WHERE d.contract_id = c.contract_id AND d.kind = 'specification') AS specified_on,
	(SELECT GROUP_CONCAT(CONCAT(IF(x.state = 'taken', 'taken to ', IF(x.state = 'lapsed', 'lapsed, to ', 'possible to ')), x.ends_on)
		ORDER BY x.ends_on SEPARATOR '; ') FROM contract_extension x WHERE x.contract_id = c.contract_id) AS extensions,
	(SELECT GROUP_CONCAT(CONCAT(v.year, '/', LPAD((v.year + 1) MOD 100, 2, '0'), ' ', v.pence DIV 100, '.', LPAD(v.pence MOD 100, 2, '0'))
		ORDER BY v.year SEPARATOR '; ') FROM contract_value v WHERE v.contract_id = c.contract_id) AS annual,
	(SELECT COUNT(*) FROM contract_kpi k WHERE k.contract_id = c.contract_id AND k.ended_on IS NULL) AS kpis
FROM [search] contract c
	LEFT JOIN organisation o ON o.organisation_id = c.organisation_id
	LEFT JOIN contract_aim a ON a.aim_id = c.aim_id
	LEFT JOIN person l ON l.person_id = c.lead_id
WHERE 1 = 1
	[ref? AND c.ref = :ref]
	[status? AND (c.status = :status) = 1]
	[current? AND (c.status = 'ended') = 0]
	[kind? AND (c.kind = :kind) = 1]
	[aim? AND (c.aim_id = (SELECT x.aim_id FROM contract_aim x WHERE x.ref = :aim)) = 1]
	[no_aim? AND (c.aim_id IS NULL) = 1]
	[me? AND (c.lead_id = :me) = 1]
	[lead? AND (c.lead_id = (SELECT y.person_id FROM person y WHERE y.ref = :lead)) = 1]
	[nobody? AND (c.lead_id IS NULL) = 1]
	[organisation? AND c.organisation_id = (SELECT z.organisation_id FROM organisation z WHERE z.code = :organisation)]
	[no_specification? AND (c.no_specification IS NULL) = 0]
	[no_monitoring? AND (c.no_monitoring IS NULL) = 0]
	[review_before? AND (c.review_by < :review_before) = 1]
	[ends_before? AND (c.ending < :ends_before) = 1]
	[unreviewed? AND NOT EXISTS (SELECT 1 FROM review v WHERE v.open_contract = c.contract_id)]
	[has_missing? AND (c.has_missing IS NULL) = 0]
	[has_red? AND (c.has_red IS NULL) = 0]
	[page];

-- contracts_conflicted: contracts with a review in which this person has a conflict of interest.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: person_id int
-- out: contract_id int
SELECT DISTINCT v.contract_id AS contract_id FROM review_declaration d JOIN review v ON v.review_id = d.review_id
WHERE d.person_id = :person_id AND d.conflict = 1 AND v.contract_id IS NOT NULL;

-- contract_organisations: who has, or had, a contract.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: code text, name text
SELECT o.code AS code, o.name AS name
FROM organisation o WHERE (SELECT 1 FROM contract c WHERE c.organisation_id = o.organisation_id LIMIT 1)
ORDER BY o.name, o.code;

-- contract_leads: who looks after a contract, may they still or not.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: ref text, name text
SELECT p.ref AS ref, p.name AS name
FROM person p WHERE (SELECT 1 FROM contract c WHERE c.lead_id = p.person_id LIMIT 1)
ORDER BY p.name, p.person_id;

-- contracts_glance: how many contracts lack something, or wait for something; each to `most`.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: today text, soon text, most int
-- out: no_specification int, no_monitoring int, review_overdue int, ends_soon int, missing int, red int
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.no_specification = 1 LIMIT :most) a) AS no_specification,
	(SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.no_monitoring = 1 LIMIT :most) b) AS no_monitoring,
	(SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.review_by < :today LIMIT :most) d) AS review_overdue,
	(SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.ending < :soon LIMIT :most) e) AS ends_soon,
	(SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.has_missing = 1 LIMIT :most) f) AS missing,
	(SELECT COUNT(*) FROM (SELECT 1 FROM contract c WHERE c.has_red = 1 LIMIT :most) g) AS red;

-- contracts_waiting: of the contracts that somebody leads: overdue for review, with returns missing, ending soon with no review open.
-- pool: staff
-- tenant: of whoever leads them
-- in: person_id int, today text, soon text
-- out: review_overdue int, missing int, ends_unreviewed int
SELECT COALESCE(SUM(c.review_by < :today), 0) AS review_overdue, COALESCE(SUM(c.has_missing), 0) AS missing,
	COALESCE(SUM(c.ending < :soon AND NOT EXISTS (SELECT 1 FROM review v WHERE v.open_contract = c.contract_id)), 0) AS ends_unreviewed
FROM contract c WHERE c.lead_id = :person_id AND c.status <> 'ended';

-- contract_money: contracts and their value of this year, by aim and status.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: aim_ref text, aim text, status text, n int, pence int
SELECT a.ref AS aim_ref, a.name AS aim, t.status AS status, t.n AS n, t.pence AS pence
FROM (SELECT c.aim_id AS aim_id, c.status AS status, COUNT(*) AS n, CAST(SUM(c.value_now) AS SIGNED) AS pence FROM contract c
	GROUP BY c.aim_id, c.status) t LEFT JOIN contract_aim a ON a.aim_id = t.aim_id
ORDER BY a.name IS NULL, a.name, t.status;

-- contract_years: value of contracts by financial year.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: since int, until int
-- out: year int, n int, pence int
SELECT v.year AS year, COUNT(*) AS n, CAST(SUM(v.pence) AS SIGNED) AS pence FROM contract_value v
WHERE v.year BETWEEN :since AND :until GROUP BY v.year ORDER BY v.year;

-- contract_aim_names: every aim, to choose from.
-- pool: staff
-- out: ref text, name text
SELECT ref, name FROM contract_aim ORDER BY ended, name LIMIT 500;

-- contract_aims: every aim, and how many contracts serve it.
-- pool: staff
-- tenant: the commissioner's staff alone
-- out: aim_id int, ref text, name text, ended int, row_version int, contracts int
SELECT a.aim_id AS aim_id, a.ref AS ref, a.name AS name, a.ended AS ended, a.row_version AS row_version,
	(SELECT COUNT(*) FROM contract c WHERE c.aim_id = a.aim_id) AS contracts
FROM contract_aim a ORDER BY a.ended, a.name LIMIT 500;

-- contract_aim_by_ref: one aim.
-- pool: staff
-- in: ref text
-- out: aim_id int, ref text, name text, ended int, row_version int
SELECT aim_id, ref, name, ended, row_version FROM contract_aim WHERE ref = :ref;

-- contract_aim_named: the one of that name.
-- pool: staff
-- in: name text
-- out: ref text
SELECT ref FROM contract_aim WHERE name = :name;

-- contract_aim_add: a new one.
-- pool: staff
-- duplicate: the name is taken
-- in: name text
INSERT INTO contract_aim (name) VALUES (:name);

-- contract_aim_update: another name, offered or not, unless somebody else changed it since.
-- pool: staff
-- duplicate: the name is taken
-- in: name text, ended int, aim_id int, row_version int
UPDATE contract_aim SET name = :name, ended = :ended, row_version = row_version + 1 WHERE aim_id = :aim_id AND row_version = :row_version;

-- contracts_unsettled: whose figures are not of today.
-- pool: owner
-- in: today text, most int
-- out: contract_id int
SELECT c.contract_id AS contract_id FROM contract c WHERE c.settled_on IS NULL OR c.settled_on < :today ORDER BY c.settled_on LIMIT :most;
