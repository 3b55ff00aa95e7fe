-- reviews.sql: the list of reviews, opening them, who reviews, what happened. Who has a conflict of interest in a review finds nothing of it.

-- reviews_list: the reviews that this person may see, for their list and its file.
-- pool: staff
-- tenant: the commissioner's staff alone; never one in which they have a conflict of interest
-- in: person_id int, ref text, state text, open int, late_before text, contract int, submission int, proposal int, organisation text, reviewer int, declare int,
-- score int, moderate int, panel int, confirm int
-- out: review_id int, ref text, title text, state text, state_at time, opened_at time, due_on text, agreed_score int, organisation text,
-- organisation_code text, reference text, contract_ref text, criteria text, decided int
-- key: v.review_id of review v
-- sorts: due: v.due_on | opened: v.opened_at desc | title: v.title
-- search: review
SELECT v.review_id, v.ref, v.title, v.state, v.state_at, v.opened_at, v.due_on, v.agreed_score, o.name AS organisation,
	o.code AS organisation_code, c.reference AS reference, c.ref AS contract_ref, t.name AS criteria, (v.state = 'decided') AS decided
FROM [search] review v
	LEFT JOIN organisation o ON o.organisation_id = v.organisation_id
	LEFT JOIN contract c ON c.contract_id = v.contract_id
	LEFT JOIN criteria_version w ON w.version_id = v.version_id
	LEFT JOIN criteria t ON t.criteria_id = w.criteria_id
WHERE NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id)
	[ref? AND v.ref = :ref]
	[state? AND v.state = :state]
	[open? AND (v.state IN ('decided', 'cancelled')) = 0]
	[late_before? AND (v.state IN ('decided', 'cancelled')) = 0 AND v.due_on < :late_before]
	[contract? AND (v.contract_id IS NULL) = 0]
	[submission? AND (v.submission_id IS NULL) = 0]
	[proposal? AND (v.proposal_id IS NULL) = 0]
	[organisation? AND v.organisation_id = (SELECT x.organisation_id FROM organisation x WHERE x.code = :organisation)]
	[reviewer? AND EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = v.review_id AND a.person_id = :reviewer AND a.removed_at IS NULL)]
	[declare? AND (v.state IN ('decided', 'cancelled')) = 0 AND EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = v.review_id
		AND a.person_id = :declare AND a.removed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM review_declaration e WHERE e.review_id = v.review_id
		AND e.person_id = :declare AND e.kind = 'none')]
	[score? AND v.state = 'scoring' AND EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = v.review_id AND a.person_id = :score
		AND a.removed_at IS NULL AND a.sent_at IS NULL) AND EXISTS (SELECT 1 FROM review_declaration e WHERE e.review_id = v.review_id
		AND e.person_id = :score AND e.kind = 'none')]
	[moderate? AND v.state = 'moderation' AND EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = v.review_id
		AND a.person_id = :moderate AND a.removed_at IS NULL)]
	[panel? AND v.state = 'panel' AND EXISTS (SELECT 1 FROM panel_member m WHERE m.person_id = :panel AND m.sits = 1)]
	[confirm? AND v.state = 'made' AND EXISTS (SELECT 1 FROM decision e JOIN decision_member m ON m.decision_id = e.decision_id
		AND m.part = 'present' AND m.person_id = :confirm WHERE e.review_id = v.review_id AND e.state = 'made' AND e.made_by <> :confirm)]
	[page];

-- review_organisations: whose contracts or submissions were reviewed, to choose from. Reviews in which this person has a conflict count not.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: person_id int
-- out: code text, name text
SELECT DISTINCT o.code AS code, o.name AS name FROM review v JOIN organisation o ON o.organisation_id = v.organisation_id
WHERE NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id)
ORDER BY o.name, o.code LIMIT 500;

-- reviews_waiting: what waits for this person: to declare interests, to score, to moderate; and those of theirs that are overdue.
-- pool: staff
-- tenant: reviews that the person reviews; never one in which they have a conflict of interest
-- in: person_id int, today text
-- out: declares int, scores int, moderates int, late int
SELECT CAST(COALESCE(SUM(e.review_id IS NULL), 0) AS SIGNED) AS declares,
	CAST(COALESCE(SUM(e.review_id IS NOT NULL AND v.state = 'scoring' AND a.sent_at IS NULL), 0) AS SIGNED) AS scores,
	CAST(COALESCE(SUM(v.state = 'moderation'), 0) AS SIGNED) AS moderates,
	CAST(COALESCE(SUM(v.due_on < :today), 0) AS SIGNED) AS late
FROM review_reviewer a JOIN review v ON v.review_id = a.review_id AND v.state NOT IN ('decided', 'cancelled')
	LEFT JOIN (SELECT DISTINCT n.review_id AS review_id FROM review_declaration n WHERE n.person_id = :person_id AND n.kind = 'none') e
		ON e.review_id = v.review_id
	LEFT JOIN review_declaration d ON d.person_id = a.person_id AND d.conflict = 1 AND d.review_id = v.review_id
WHERE a.person_id = :person_id AND a.removed_at IS NULL AND d.declaration_id IS NULL;

-- reviews_to_confirm: decisions that this person may confirm: they were there, somebody else made them; never one of a review in which
-- they have a conflict of interest.
-- pool: staff
-- tenant: reviews whose panel the person sat on
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM review v JOIN decision e ON e.review_id = v.review_id AND e.state = 'made' AND e.made_by <> :person_id
	JOIN decision_member m ON m.decision_id = e.decision_id AND m.part = 'present' AND m.person_id = :person_id
WHERE v.state = 'made' AND NOT EXISTS (SELECT 1 FROM review_declaration d
	WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id);

-- reviews_before_panel: how many reviews wait for the decision of the panel on which this person sits.
-- pool: staff
-- tenant: the commissioner's staff alone; never one in which they have a conflict of interest
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM review v JOIN panel_member m ON m.person_id = :person_id AND m.sits = 1
WHERE v.state = 'panel' AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id);

-- review_words: what a review is searched by.
-- pool: staff owner
-- in: review_id int
-- out: ref text, title text, organisation text, reference text
SELECT v.ref AS ref, v.title AS title, o.name AS organisation, c.reference AS reference
FROM review v JOIN organisation o ON o.organisation_id = v.organisation_id LEFT JOIN contract c ON c.contract_id = v.contract_id
WHERE v.review_id = :review_id;

-- review_criteria_choices: templates of criteria a review can begin with; version_id: the newest that was published.
-- pool: staff owner
-- in: judges text
-- out: ref text, name text, version_id int, criteria_id int, n int
SELECT t.ref AS ref, t.name AS name, w.version_id AS version_id, t.criteria_id AS criteria_id,
	(SELECT COUNT(*) FROM criterion k WHERE k.version_id = w.version_id) AS n
FROM criteria t JOIN criteria_version w ON w.criteria_id = t.criteria_id AND w.number = (SELECT MAX(x.number) FROM criteria_version x
	WHERE x.criteria_id = t.criteria_id AND x.state = 'published')
WHERE t.ended = 0 AND t.judges = :judges ORDER BY t.name LIMIT 200;

-- review_last_criteria: the template that the last review of a contract was made with.
-- pool: staff owner
-- tenant: a contract that its page has found
-- in: contract_id int
-- out: criteria_id int
SELECT w.criteria_id AS criteria_id FROM review v JOIN criteria_version w ON w.version_id = v.version_id
WHERE v.contract_id = :contract_id ORDER BY v.opened_at DESC, v.review_id DESC LIMIT 1;

-- review_people: who may review: contract reviewers of the commissioner.
-- pool: staff
-- tenant: names of colleagues, for the commissioner's staff
-- out: person_id int, ref text, name text
SELECT DISTINCT p.person_id AS person_id, p.ref AS ref, p.name AS name
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner' JOIN person p ON p.person_id = m.person_id
WHERE m.role = 'contract_reviewer' AND p.state = 'active' ORDER BY p.name, p.person_id LIMIT 500;

-- review_person: one who may review, to write to.
-- pool: staff owner
-- in: person_id int
-- out: name text, email text
SELECT p.name AS name, p.email AS email FROM person p WHERE p.person_id = :person_id AND p.state = 'active'
	AND EXISTS (SELECT 1 FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner'
		WHERE m.person_id = p.person_id AND m.role = 'contract_reviewer');

-- review_of_contract: the open review of a contract, unless this person has a conflict of interest in it (conflict 1, and no reference).
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: contract_id int, person_id int
-- out: ref text, conflict int
SELECT IF(EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id), '', v.ref) AS ref,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id) AS conflict
FROM review v WHERE v.open_contract = :contract_id;

-- review_by_submission: the review that a form has opened already.
-- pool: staff
-- tenant: the form is that person's own
-- in: submission bytes, opened_by int
-- out: ref text
SELECT v.ref AS ref FROM review v WHERE v.submission = :submission AND v.opened_by = :opened_by;

-- review_add: opens a review.
-- pool: staff owner
-- duplicate: the form was sent already, or one of the same thing is open
-- in: ref text, submission bytes, contract_id int, submission_id int, proposal_id int, organisation_id int, version_id int, title text, person_id int, now time, due_on text
INSERT INTO review (ref, submission, contract_id, submission_id, proposal_id, organisation_id, version_id, title, state_at, opened_by, opened_at, due_on)
VALUES (:ref, :submission, NULLIF(:contract_id, 0), NULLIF(:submission_id, 0), NULLIF(:proposal_id, 0), :organisation_id, :version_id, :title, :now,
	NULLIF(:person_id, 0), :now, :due_on);

-- review_reviewer_add: somebody is to score; again, when they were taken out before.
-- pool: staff owner
-- in: review_id int, person_id int, now time
INSERT INTO review_reviewer (review_id, person_id, added_at) VALUES (:review_id, :person_id, :now)
ON DUPLICATE KEY UPDATE removed_at = NULL;

-- review_reviewer_remove: somebody is not to score any more.
-- pool: staff
-- in: review_id int, person_id int, now time
UPDATE review_reviewer SET removed_at = :now WHERE review_id = :review_id AND person_id = :person_id AND removed_at IS NULL;

-- review_touch: something beside a review was changed: whoever read it before that starts again. 0 rows: somebody else was quicker.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, row_version int
UPDATE review SET row_version = row_version + 1 WHERE review_id = :review_id AND row_version = :row_version;

-- review_reviewers: who scores in a review, and how far they are; never what they scored.
-- pool: staff owner
-- tenant: a review that its page has found
-- in: review_id int
-- out: person_id int, ref text, name text, added_at time, sent_at time, declared int, begun int
SELECT a.person_id AS person_id, p.ref AS ref, p.name AS name, a.added_at AS added_at, a.sent_at AS sent_at,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = a.review_id AND d.person_id = a.person_id AND d.kind = 'none') AS declared,
	EXISTS (SELECT 1 FROM review_score s WHERE s.review_id = a.review_id AND s.person_id = a.person_id) AS begun
FROM review_reviewer a JOIN person p ON p.person_id = a.person_id
WHERE a.review_id = :review_id AND a.removed_at IS NULL ORDER BY p.name, a.person_id;

-- review_events: all that happened in a review, the newest first.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int
-- out: at time, who text, kind text, state_from text, state_to text, text text, detail text
SELECT e.at AS at, p.name AS who, e.kind AS kind, e.state_from AS state_from, e.state_to AS state_to, e.text AS text, e.detail AS detail
FROM review_event e LEFT JOIN person p ON p.person_id = e.person_id WHERE e.review_id = :review_id ORDER BY e.event_id DESC LIMIT 500;

-- review_cancel: why it is cancelled.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, why text
UPDATE review SET cancelled_why = :why WHERE review_id = :review_id;

-- review_may_join: may this person be asked to score: they do not yet, and declared no conflict of interest.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, person_id int
-- out: may int
SELECT NOT EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = :review_id AND a.person_id = :person_id AND a.removed_at IS NULL)
	AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = :review_id) AS may;

-- reviews_of_contract: the reviews of a contract, the newest first; never one in which this person has a conflict of interest.
-- pool: staff
-- tenant: a contract that its page has found
-- in: contract_id int, person_id int
-- out: ref text, state text, opened_at time, due_on text, agreed_score int
SELECT v.ref AS ref, v.state AS state, v.opened_at AS opened_at, v.due_on AS due_on, v.agreed_score AS agreed_score FROM review v
WHERE v.contract_id = :contract_id
	AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id)
ORDER BY v.opened_at DESC, v.review_id DESC LIMIT 50;
