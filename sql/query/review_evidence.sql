-- review_evidence.sql: what is known of a contract and its organisation, beside the criteria of a review; what one outcome costs.

-- evidence_specification: the versions of a contract's specification, the newest first.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int
-- out: title text, number int, agreed_on text, added_at time, why text
SELECT d.title AS title, w.number AS number, w.agreed_on AS agreed_on, w.added_at AS added_at, w.why AS why
FROM contract_document d JOIN contract_document_version w ON w.document_id = d.document_id
WHERE d.contract_id = :contract_id AND d.kind = 'specification' ORDER BY w.version_id DESC LIMIT 5;

-- evidence_returns: the newest returns of a contract; late: sent after its day, or still not there after it.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int, today text
-- out: starts_on text, ends_on text, due_on text, state text, sent_at time, late int, rag text
SELECT m.starts_on AS starts_on, m.ends_on AS ends_on, m.due_on AS due_on, m.state AS state, m.sent_at AS sent_at,
	(COALESCE(DATE(m.sent_at), :today) > m.due_on AND m.state <> 'excused') AS late, m.rag AS rag
FROM monitoring_return m WHERE m.contract_id = :contract_id AND m.ends_on < :today ORDER BY m.starts_on DESC LIMIT 8;

-- evidence_kpis: the figures of a contract's KPIs with the targets they had, by KPI, the newest period first.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int, since text
-- out: kpi_id int, name text, unit text, target int, better text, ends_on text, value int, measured int, rag text
SELECT k.kpi_id AS kpi_id, k.name AS name, k.unit AS unit, w.target AS target, w.better AS better, m.ends_on AS ends_on, w.value AS value,
	w.value IS NOT NULL AS measured, w.rag AS rag
FROM contract_kpi k JOIN monitoring_value w ON w.kpi_id = k.kpi_id JOIN monitoring_return m ON m.return_id = w.return_id
WHERE k.contract_id = :contract_id AND m.starts_on >= :since ORDER BY k.position, k.kpi_id, m.starts_on DESC LIMIT 300;

-- evidence_spend: what a contract was worth and what was spent, by financial year.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int
-- out: year int, pence int, spend int, told int
SELECT x.year AS year, x.pence AS pence, CAST(COALESCE(SUM(m.spend), 0) AS SIGNED) AS spend, COUNT(m.spend) AS told
FROM contract_value x LEFT JOIN monitoring_return m ON m.contract_id = x.contract_id
	AND m.ends_on BETWEEN MAKEDATE(x.year, 1) + INTERVAL 3 MONTH AND MAKEDATE(x.year + 1, 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY
WHERE x.contract_id = :contract_id GROUP BY x.year, x.pence ORDER BY x.year DESC LIMIT 6;

-- evidence_incidents: how many incidents are about an organisation, by harm and whether they are open: never whose reports they are.
-- pool: staff
-- tenant: counts alone, for the commissioner's staff
-- in: organisation_id int, since time
-- out: harm int, open int, closed int
SELECT i.harm AS harm, CAST(SUM(i.is_open = 1) AS SIGNED) AS open, CAST(SUM(COALESCE(i.is_open, 0) = 0) AS SIGNED) AS closed
FROM incident i WHERE i.about_organisation_id = :organisation_id AND i.submitted_at >= :since
	AND i.state NOT IN ('draft', 'duplicate', 'not_incident')
GROUP BY i.harm ORDER BY COALESCE(i.harm, 9);

-- evidence_surveys: the surveys that ask about the service of a contract, with how many answered.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int
-- out: slug text, title text, responses int
SELECT s.slug AS slug, s.title AS title, CAST((SELECT COALESCE(SUM(t.n), 0) FROM survey_total t WHERE t.survey_id = s.survey_id
	AND t.question = '' AND t.choice = '') AS SIGNED) AS responses
FROM contract_survey l JOIN survey s ON s.survey_id = l.survey_id WHERE l.contract_id = :contract_id AND s.current_version IS NOT NULL
ORDER BY s.title LIMIT 20;

-- value_periods: what each period cost (what was spent, or its part of the year's value) and what came of it, by outcome KPI.
-- pool: staff
-- tenant: the contract of a review that its page has found
-- in: contract_id int
-- out: kpi_id int, name text, ends_on text, value int, pence int, spent int
SELECT k.kpi_id AS kpi_id, k.name AS name, m.ends_on AS ends_on, w.value AS value,
	CAST(COALESCE(m.spend, ROUND(x.pence * (TIMESTAMPDIFF(MONTH, m.starts_on, m.ends_on + INTERVAL 1 DAY)) / 12), -1) AS SIGNED) AS pence,
	m.spend IS NOT NULL AS spent
FROM contract_kpi k JOIN monitoring_value w ON w.kpi_id = k.kpi_id AND w.value IS NOT NULL JOIN monitoring_return m ON m.return_id = w.return_id
	LEFT JOIN contract_value x ON x.contract_id = m.contract_id AND x.year = YEAR(m.ends_on) - (MONTH(m.ends_on) < 4)
WHERE k.contract_id = :contract_id AND k.outcome = 1 AND k.unit = 'number' ORDER BY k.position, k.kpi_id, m.starts_on DESC LIMIT 60;

-- value_similar: the same of the last year, of this contract and of the others with its aim, the cheapest outcome first.
-- pool: staff
-- tenant: the register, which the commissioner's contract reviewers read whole
-- in: contract_id int, since text
-- out: contract_ref text, reference text, service text, organisation text, kpi text, value int, pence int, own int
SELECT c.ref AS contract_ref, c.reference AS reference, c.service AS service, o.name AS organisation, k.name AS kpi,
	CAST(SUM(w.value) AS SIGNED) AS value,
	CAST(SUM(COALESCE(m.spend, ROUND(x.pence * (TIMESTAMPDIFF(MONTH, m.starts_on, m.ends_on + INTERVAL 1 DAY)) / 12))) AS SIGNED) AS pence,
	(c.contract_id = :contract_id) AS own
FROM contract a JOIN contract c ON c.contract_id = a.contract_id OR c.aim_id = a.aim_id
	JOIN organisation o ON o.organisation_id = c.organisation_id JOIN contract_kpi k ON k.contract_id = c.contract_id
	JOIN monitoring_value w ON w.kpi_id = k.kpi_id AND w.value IS NOT NULL JOIN monitoring_return m ON m.return_id = w.return_id
	LEFT JOIN contract_value x ON x.contract_id = m.contract_id AND x.year = YEAR(m.ends_on) - (MONTH(m.ends_on) < 4)
WHERE a.contract_id = :contract_id AND k.outcome = 1 AND k.unit = 'number' AND m.ends_on >= :since
GROUP BY c.contract_id, c.ref, c.reference, c.service, o.name, k.kpi_id, k.name HAVING value > 0 AND pence >= 0
ORDER BY pence / value, c.contract_id LIMIT 20;

-- evidence_submission: the plan or bid of a review, what was answered in it, and where staff read it.
-- pool: staff
-- tenant: the submission of a review that its page has found
-- in: submission_id int
-- out: call_ref text, kind text, form text, ref text, title text, call_title text, amount int, sent_at time, answers text
SELECT k.ref AS call_ref, k.kind AS kind, k.form AS form, s.ref AS ref, s.title AS title, k.title AS call_title, s.amount AS amount,
	s.sent_at AS sent_at, s.answers AS answers
FROM submission s JOIN submission_call k ON k.call_id = s.call_id WHERE s.submission_id = :submission_id;

-- evidence_proposal: how often each stance was taken on a proposal, and each theme of what people said was named, out of the totals.
-- pool: staff
-- tenant: the proposal of a review that its page has found
-- in: proposal_id int
-- out: label text, n int
SELECT x.label AS label, x.n AS n FROM (
	SELECT 1 AS part, CASE t.value WHEN 'in_favour' THEN p.in_favour WHEN 'against' THEN p.against ELSE p.unsure END AS label, SUM(t.n) AS n,
		MIN(FIELD(t.value, 'in_favour', 'against', 'unsure')) AS place
	FROM proposal_total t JOIN proposal p ON p.proposal_id = t.proposal_id
	WHERE t.proposal_id = :proposal_id AND t.dimension = 'stance' AND t.value IN ('in_favour', 'against', 'unsure')
	GROUP BY t.value, p.in_favour, p.against, p.unsure
	UNION ALL
	SELECT 2, h.name, SUM(t.n), h.position FROM proposal_total t JOIN proposal_theme h ON h.theme_id = SUBSTRING_INDEX(t.value, '.', 1)
	WHERE t.proposal_id = :proposal_id AND t.dimension = 'theme' GROUP BY h.theme_id, h.name, h.position) x
WHERE x.n > 0 ORDER BY x.part, x.place LIMIT 40;
