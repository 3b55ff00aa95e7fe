-- public_register.sql: what everybody may read of contracts, interests and breaches.

-- public_register_list: the public register of contracts, for its list and its file.
-- pool: public
-- in: kind text, status text, outcome text, organisation text
-- out: contract_id int, ref text, reference text, organisation text, kind text, service text, served text, area text, starts_on text,
-- ends_on text, status text, value_now int, outcome text, decided_on text, next_review_on text, reasons text, annual text
-- key: c.contract_id of contract_public c
-- sorts: service: c.service | ends: c.ending | value: c.value_now desc
SELECT c.contract_id, c.ref, c.reference, c.organisation, c.kind, c.service, c.served, c.area, c.starts_on, c.ends_on, c.status, c.value_now,
	c.outcome, c.decided_on, c.next_review_on,
	(SELECT d.reasons FROM contract_public_decision d WHERE d.contract_id = c.contract_id) AS reasons,
	(SELECT v.annual FROM contract_public_annual v WHERE v.contract_id = c.contract_id) AS annual
FROM contract_public c
WHERE 1 = 1 [kind? AND c.kind = :kind] [status? AND c.status = :status] [outcome? AND c.outcome = :outcome]
	[organisation? AND c.organisation = :organisation] [page];

-- public_register_organisations: organisations that have a contract there.
-- pool: public
-- out: organisation text
SELECT DISTINCT organisation AS organisation FROM contract_public ORDER BY organisation;

-- public_register_by_ref: one contract of the public register.
-- pool: public
-- in: ref text
-- out: contract_id int, ref text, reference text, organisation text, kind text, service text, served text, area text, route text, starts_on text,
-- ends_on text, status text, value_now int, outcome text, decided_on text, next_review_on text, reasons text, met_on text
SELECT c.contract_id AS contract_id, c.ref AS ref, c.reference AS reference, c.organisation AS organisation, c.kind AS kind, c.service AS service,
	c.served AS served, c.area AS area, c.route AS route, c.starts_on AS starts_on, c.ends_on AS ends_on, c.status AS status,
	c.value_now AS value_now, c.outcome AS outcome, c.decided_on AS decided_on, c.next_review_on AS next_review_on, d.reasons AS reasons,
	d.met_on AS met_on
FROM contract_public c LEFT JOIN contract_public_decision d ON d.contract_id = c.contract_id WHERE c.ref = :ref;

-- public_register_values: values of one contract by year.
-- pool: public
-- in: contract_id int
-- out: year int, pence int
SELECT year AS year, pence AS pence FROM contract_public_value WHERE contract_id = :contract_id ORDER BY year;

-- public_register_interests: the published register of interests.
-- pool: public
-- out: name text, kind text, organisation text, description text, began_on text, ended_on text, declared_at time
SELECT name AS name, kind AS kind, organisation AS organisation, description AS description, began_on AS began_on, ended_on AS ended_on,
	declared_at AS declared_at
FROM interest_public ORDER BY name, declared_at DESC, interest_id;

-- public_register_breaches: breaches of the rules about conflicts of interest, as they are published.
-- pool: public
-- out: happened_on text, what text, done text
SELECT happened_on AS happened_on, what AS what, done AS done FROM interest_breach_public ORDER BY happened_on DESC, breach_id DESC;

-- public_register_some: is there anything in the public register of contracts?
-- pool: public
-- out: contract_id int
SELECT contract_id AS contract_id FROM contract_public LIMIT 1;
