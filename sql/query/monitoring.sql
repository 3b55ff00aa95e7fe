-- monitoring.sql: monitoring returns: what is due, what is being written, what was sent, and its figures.
--
-- What is being written is its organisation's alone: monitoring_draft is the only query that reads it.

-- monitoring_by_ref: one return with its contract, as both sides may see it.
-- pool: staff
-- tenant: its page asks access.c whether this person may see it
-- in: ref text
-- out: return_id int, ref text, contract_id int, contract_ref text, reference text, service text, return_months int, returns_from text,
-- organisation_id int, successor_id int, organisation text, starts_on text, ends_on text, due_on text, state text, state_at time,
-- version int, sent_at time, question text, decided_by text, rag text, row_version int
SELECT m.return_id AS return_id, m.ref AS ref, m.contract_id AS contract_id, c.ref AS contract_ref, c.reference AS reference,
	c.service AS service, c.return_months AS return_months, c.returns_from AS returns_from, m.organisation_id AS organisation_id,
	o.successor_id AS successor_id, o.name AS organisation, m.starts_on AS starts_on, m.ends_on AS ends_on, m.due_on AS due_on,
	m.state AS state, m.state_at AS state_at, m.version AS version, m.sent_at AS sent_at, m.question AS question, p.name AS decided_by,
	m.rag AS rag, m.row_version AS row_version
FROM monitoring_return m JOIN contract c ON c.contract_id = m.contract_id JOIN organisation o ON o.organisation_id = m.organisation_id
	LEFT JOIN person p ON p.person_id = m.decided_by
WHERE m.ref = :ref;

-- monitoring_draft: what is being written; for its organisation alone.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: return_id int
-- out: draft text, draft_by text, draft_at time
SELECT m.draft AS draft, p.name AS draft_by, m.draft_at AS draft_at
FROM monitoring_return m LEFT JOIN person p ON p.person_id = m.draft_by WHERE m.return_id = :return_id AND m.draft IS NOT NULL;

-- monitoring_kpis: the KPIs that a return of a period may ask for: those that had not ended by its last day; once it was sent, with the
-- targets it was sent with.
-- pool: staff
-- tenant: of a contract; its page asks access.c
-- in: contract_id int, return_id int, ends_on text
-- out: kpi_id int, ref text, name text, unit text, target int, better text, amber int, every int
SELECT k.kpi_id AS kpi_id, k.ref AS ref, k.name AS name, k.unit AS unit, COALESCE(w.target, k.target) AS target,
	COALESCE(w.better, k.better) AS better, COALESCE(w.amber, k.amber) AS amber, k.every AS every
FROM contract_kpi k LEFT JOIN monitoring_value w ON w.return_id = :return_id AND w.kpi_id = k.kpi_id
WHERE k.contract_id = :contract_id AND (k.ended_on IS NULL OR k.ended_on > :ends_on) ORDER BY k.position, k.kpi_id;

-- monitoring_draft_save: a return that is being written, unless somebody else saved meanwhile.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: draft text, person_id int, now time, return_id int, row_version int
UPDATE monitoring_return SET draft = :draft, draft_by = :person_id, draft_at = :now, row_version = row_version + 1
WHERE return_id = :return_id AND state <> 'excused' AND row_version = :row_version;

-- monitoring_discard: what was begun is thrown away, unless somebody saved meanwhile.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: return_id int, row_version int
UPDATE monitoring_return SET draft = NULL, draft_by = NULL, draft_at = NULL, row_version = row_version + 1
WHERE return_id = :return_id AND row_version = :row_version AND draft IS NOT NULL AND state <> 'excused';

-- monitoring_version_add: a return as it is sent: one of each form, one of each number.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- duplicate: it was sent already
-- in: return_id int, number int, submission bytes, now time, person_id int, answers text, reason text
INSERT INTO monitoring_version (return_id, number, submission, sent_at, person_id, answers, reason)
VALUES (:return_id, :number, :submission, :now, :person_id, :answers, :reason);

-- monitoring_version_of_form: the version that a form has made, when it comes twice.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: return_id int, submission bytes
-- out: number int
SELECT v.number AS number FROM monitoring_version v WHERE v.submission = :submission AND v.return_id = :return_id;

-- monitoring_sent: it is the commissioner's turn; what was being written is gone. rag NULL: nothing had a figure.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: now time, number int, rag text, spend int, return_id int, row_version int
UPDATE monitoring_return SET state = 'sent', state_at = :now, version = :number, sent_at = COALESCE(sent_at, :now), question = '',
	decided_by = NULL, rag = :rag, spend = :spend, draft = NULL, draft_by = NULL, draft_at = NULL, row_version = row_version + 1
WHERE return_id = :return_id AND row_version = :row_version;

-- monitoring_values_clear: the figures of the version before.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: return_id int
DELETE FROM monitoring_value WHERE return_id = :return_id;

-- monitoring_value_add: one figure; measured 0: there was nothing to measure. rag NULL then.
-- pool: staff
-- tenant: its page asks access.c whether this person sends the return
-- in: return_id int, kpi_id int, measured int, value int, target int, better text, amber int, rag text
INSERT INTO monitoring_value (return_id, kpi_id, value, target, better, amber, rag)
VALUES (:return_id, :kpi_id, CASE WHEN :measured = 1 THEN :value END, :target, :better, :amber, :rag);

-- monitoring_versions: a return as it was sent, every time, the first first.
-- pool: staff
-- tenant: its page asks access.c whether this person may see it
-- in: return_id int
-- out: number int, sent_at time, person text, answers text, reason text
SELECT v.number AS number, v.sent_at AS sent_at, p.name AS person, v.answers AS answers, v.reason AS reason
FROM monitoring_version v JOIN person p ON p.person_id = v.person_id WHERE v.return_id = :return_id ORDER BY v.number;

-- monitoring_decide: accepted, asked back, excused, or wanted after all.
-- pool: staff
-- tenant: for contract reviewers
-- in: state text, now time, question text, person_id int, return_id int, row_version int
UPDATE monitoring_return SET state = :state, state_at = :now, question = :question, decided_by = :person_id,
	row_version = row_version + 1
WHERE return_id = :return_id AND row_version = :row_version;

-- monitoring_list: the returns of one organisation, and of those that it goes on for.
-- pool: staff
-- in: own int, state text
-- out: return_id int, ref text, organisation_id int, organisation text, contract_ref text, reference text, service text, starts_on text,
-- ends_on text, due_on text, state text, version int, sent_at time, rag text, begun int
-- key: m.return_id of monitoring_return m
-- sorts: due: m.due_on desc
SELECT m.return_id, m.ref, m.organisation_id, o.name AS organisation, c.ref AS contract_ref, c.reference, c.service, m.starts_on, m.ends_on,
	m.due_on, m.state, m.version, m.sent_at, m.rag, m.draft IS NOT NULL AS begun
FROM monitoring_return m JOIN organisation o ON o.organisation_id = m.organisation_id JOIN contract c ON c.contract_id = m.contract_id
WHERE (o.organisation_id = :own OR o.successor_id = :own) [state? AND m.state = :state] [page];

-- monitoring_all: the returns of every contract, for those who look after them. before: due, and before this day.
-- pool: staff
-- in: state text, before text
-- out: return_id int, ref text, organisation_id int, organisation text, contract_ref text, reference text, service text, starts_on text,
-- ends_on text, due_on text, state text, version int, sent_at time, rag text
-- key: m.return_id of monitoring_return m
-- sorts: due: m.due_on desc
SELECT m.return_id, m.ref, m.organisation_id, o.name AS organisation, c.ref AS contract_ref, c.reference, c.service, m.starts_on, m.ends_on,
	m.due_on, m.state, m.version, m.sent_at, m.rag
FROM monitoring_return m JOIN organisation o ON o.organisation_id = m.organisation_id JOIN contract c ON c.contract_id = m.contract_id
WHERE 1 = 1 [state? AND m.state = :state] [before? AND m.due_on < :before] [page];

-- monitoring_of: every return of a contract, the newest first.
-- pool: staff
-- tenant: of a contract; its page asks access.c
-- in: contract_id int
-- out: ref text, starts_on text, ends_on text, due_on text, state text, version int, sent_at time, rag text
SELECT m.ref AS ref, m.starts_on AS starts_on, m.ends_on AS ends_on, m.due_on AS due_on, m.state AS state, m.version AS version,
	m.sent_at AS sent_at, m.rag AS rag
FROM monitoring_return m WHERE m.contract_id = :contract_id ORDER BY m.starts_on DESC;

-- monitoring_trend: the figures of a contract's KPIs over its periods, KPI by KPI, the oldest first.
-- pool: staff
-- tenant: of a contract; its page asks access.c
-- in: contract_id int
-- out: kpi_id int, name text, unit text, starts_on text, ends_on text, measured int, value int, target int, better text, amber int, rag text
SELECT k.kpi_id AS kpi_id, k.name AS name, k.unit AS unit, m.starts_on AS starts_on, m.ends_on AS ends_on,
	w.value IS NOT NULL AS measured, w.value AS value, w.target AS target, w.better AS better, w.amber AS amber, w.rag AS rag
FROM monitoring_return m JOIN monitoring_value w ON w.return_id = m.return_id JOIN contract_kpi k ON k.kpi_id = w.kpi_id
WHERE m.contract_id = :contract_id ORDER BY k.position, k.kpi_id, m.starts_on;

-- monitoring_waiting: how many returns of an organisation are to be sent (their period is over), and how many ask something.
-- pool: staff
-- in: own int, today text
-- out: n int, back int
SELECT COALESCE(SUM(m.state = 'due' AND m.ends_on < :today), 0) AS n, COALESCE(SUM(m.state = 'back'), 0) AS back
FROM monitoring_return m JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE m.state IN ('due', 'back') AND (o.organisation_id = :own OR o.successor_id = :own);

-- monitoring_to_look_at: how many were sent and wait for a reviewer.
-- pool: staff
-- tenant: for contract reviewers
-- out: n int
SELECT COUNT(*) AS n FROM monitoring_return m WHERE m.state = 'sent';

-- monitoring_to_make: contracts of which another period may have begun, with the last day that has a return.
-- pool: owner
-- in: today text
-- out: contract_id int, organisation_id int, returns_from text, return_months int, ends_on text, last_ends_on text
SELECT c.contract_id AS contract_id, c.organisation_id AS organisation_id, c.returns_from AS returns_from, c.return_months AS return_months,
	c.ends_on AS ends_on, w.ends_on AS last_ends_on
FROM contract c LEFT JOIN (SELECT m.contract_id AS contract_id, MAX(m.ends_on) AS ends_on FROM monitoring_return m GROUP BY m.contract_id) w
	ON w.contract_id = c.contract_id
WHERE c.status IN ('live', 'notice') AND c.return_months > 0 AND c.returns_from <= :today
	AND (w.ends_on IS NULL OR (w.ends_on < :today AND w.ends_on < c.ends_on));

-- monitoring_add: a return of a period.
-- pool: owner
-- duplicate: another run of the jobs was first
-- in: ref text, contract_id int, organisation_id int, starts_on text, ends_on text, due_on text, now time
INSERT INTO monitoring_return (ref, contract_id, organisation_id, starts_on, ends_on, due_on, state_at)
VALUES (:ref, :contract_id, :organisation_id, :starts_on, :ends_on, :due_on, :now);

-- monitoring_due: returns that are due by a day, or were due before today, of which nobody was reminded; by organisation.
-- pool: owner
-- in: today text, soon text
-- out: return_id int, contract_id int, organisation_id int, due_on text, overdue int
SELECT m.return_id AS return_id, m.contract_id AS contract_id, m.organisation_id AS organisation_id, m.due_on AS due_on,
	m.due_on < :today AS overdue
FROM monitoring_return m
WHERE m.state = 'due' AND (m.due_on < :today AND m.chased_at IS NULL
	OR m.due_on >= :today AND m.due_on <= :soon AND m.reminded_at IS NULL)
ORDER BY m.organisation_id, overdue, m.due_on, m.return_id LIMIT 500;

-- monitoring_reminded: changes no row when another run of the jobs was first.
-- pool: owner
-- in: now time, return_id int
UPDATE monitoring_return SET reminded_at = :now WHERE return_id = :return_id AND state = 'due' AND reminded_at IS NULL;

-- monitoring_chased: the same for one that is overdue.
-- pool: owner
-- in: now time, return_id int
UPDATE monitoring_return SET chased_at = :now WHERE return_id = :return_id AND state = 'due' AND chased_at IS NULL;
