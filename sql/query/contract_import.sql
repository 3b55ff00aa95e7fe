-- contract_import.sql: the register, its returns, reviews and submissions from a file of the command line.

-- contract_import_person: somebody's name, for what is written down.
-- pool: owner
-- in: email text
-- out: ref text, name text
SELECT ref, name FROM person WHERE email = :email;

-- contract_import_survey: a survey by its address.
-- pool: owner
-- in: slug text
-- out: survey_id int
SELECT survey_id FROM survey WHERE slug = :slug;

-- contract_import_aim_find: an aim by its name.
-- pool: owner
-- in: name text
-- out: aim_id int
SELECT aim_id FROM contract_aim WHERE name = :name;

-- contract_import_aim: a strategic aim; one that is there stays.
-- pool: owner
-- in: name text, ended int
INSERT IGNORE INTO contract_aim (name, ended) VALUES (:name, :ended);

-- contract_import_find: a contract by its reference.
-- pool: owner
-- in: reference text
-- out: contract_id int, organisation_id int, service text
SELECT contract_id, organisation_id, service FROM contract WHERE reference = :reference;

-- contract_import_add: a contract or grant.
-- pool: owner
-- in: ref text, submission bytes, reference text, organisation_id int, kind text, service text, served text, area text, route text,
-- starts_on text, first_ends_on text, ends_on text, status text, aim_id int, lead_id int, notice_months int, monitoring text,
-- return_months int, returns_from text, review_months int, next_review_on text, outcome text, decided_on text, public int
INSERT INTO contract (ref, submission, reference, organisation_id, kind, service, served, area, route, starts_on, first_ends_on, ends_on,
	status, aim_id, lead_id, notice_months, monitoring, return_months, returns_from, review_months, next_review_on, outcome, decided_on,
	public)
VALUES (:ref, :submission, :reference, :organisation_id, :kind, :service, :served, :area, :route, :starts_on, :first_ends_on, :ends_on,
	:status, NULLIF(:aim_id, 0), NULLIF(:lead_id, 0), NULLIF(:notice_months, -1), :monitoring, :return_months, :returns_from,
	:review_months, :next_review_on, :outcome, :decided_on, :public);

-- contract_import_value: what a contract is worth in a financial year.
-- pool: owner
-- in: contract_id int, year int, pence int
INSERT INTO contract_value (contract_id, year, pence) VALUES (:contract_id, :year, :pence);

-- contract_import_extension: an extension that it allows, or that was taken.
-- pool: owner
-- in: ref text, contract_id int, ends_on text, state text
INSERT INTO contract_extension (ref, contract_id, ends_on, state) VALUES (:ref, :contract_id, :ends_on, :state);

-- contract_import_kpi: a KPI.
-- pool: owner
-- in: ref text, contract_id int, position int, name text, unit text, target int, better text, amber int, every int, outcome int,
-- ended_on text
INSERT INTO contract_kpi (ref, contract_id, position, name, unit, target, better, amber, every, outcome, ended_on)
VALUES (:ref, :contract_id, :position, :name, :unit, :target, :better, :amber, :every, :outcome, :ended_on);

-- contract_import_kpi_find: a contract's KPI by its name.
-- pool: owner
-- in: contract_id int, name text
-- out: kpi_id int, ref text, name text, unit text, target int, better text, amber int, outcome int
SELECT kpi_id, ref, name, unit, target, better, amber, outcome FROM contract_kpi WHERE contract_id = :contract_id AND name = :name
ORDER BY kpi_id LIMIT 1;

-- contract_import_document: a document.
-- pool: owner
-- in: ref text, contract_id int, kind text, title text
INSERT INTO contract_document (ref, contract_id, kind, title) VALUES (:ref, :contract_id, :kind, :title);

-- contract_import_version: a version of a document: where it lies.
-- pool: owner
-- in: ref text, document_id int, number int, agreed_on text, why text, held_at text, added_at time, person_id int
INSERT INTO contract_document_version (ref, document_id, number, agreed_on, why, held_at, added_at, person_id)
VALUES (:ref, :document_id, :number, :agreed_on, :why, :held_at, :added_at, :person_id);

-- contract_import_survey_link: a survey that asks about its service.
-- pool: owner
-- in: contract_id int, survey_id int
INSERT IGNORE INTO contract_survey (contract_id, survey_id) VALUES (:contract_id, :survey_id);

-- contract_import_action: what is to be done, or was.
-- pool: owner
-- in: ref text, contract_id int, decision_id int, organisation_id int, what text, owner_id int, due_on text, state text, evidence text,
-- made_at time, ended_at time
INSERT INTO contract_action (ref, contract_id, decision_id, organisation_id, what, owner_id, due_on, state, evidence, made_at, ended_at)
VALUES (:ref, NULLIF(:contract_id, 0), NULLIF(:decision_id, 0), :organisation_id, :what, NULLIF(:owner_id, 0), :due_on, :state,
	:evidence, :made_at, :ended_at);

-- contract_import_return: a monitoring return, and where it stands.
-- pool: owner
-- in: ref text, contract_id int, organisation_id int, starts_on text, ends_on text, due_on text, state text, state_at time, version int,
-- sent_at time, question text, decided_by int, spend int, has_spend int
INSERT INTO monitoring_return (ref, contract_id, organisation_id, starts_on, ends_on, due_on, state, state_at, version, sent_at,
	question, decided_by, spend)
VALUES (:ref, :contract_id, :organisation_id, :starts_on, :ends_on, :due_on, :state, :state_at, :version, :sent_at, :question,
	NULLIF(:decided_by, 0), IF(:has_spend, :spend, NULL));

-- contract_import_return_rag: the worst of its figures.
-- pool: owner
-- in: return_id int, rag text
UPDATE monitoring_return SET rag = :rag WHERE return_id = :return_id;

-- contract_import_return_find: is there one of this period?
-- pool: owner
-- in: contract_id int, starts_on text
-- out: return_id int
SELECT return_id FROM monitoring_return WHERE contract_id = :contract_id AND starts_on = :starts_on;

-- contract_import_return_version: what was sent.
-- pool: owner
-- in: return_id int, number int, submission bytes, sent_at time, person_id int, answers text, reason text
INSERT INTO monitoring_version (return_id, number, submission, sent_at, person_id, answers, reason)
VALUES (:return_id, :number, :submission, :sent_at, :person_id, :answers, :reason);

-- contract_import_return_value: a figure of its newest version.
-- pool: owner
-- in: return_id int, kpi_id int, value int, has_value int, target int, better text, amber int, rag text
INSERT INTO monitoring_value (return_id, kpi_id, value, target, better, amber, rag)
VALUES (:return_id, :kpi_id, IF(:has_value, :value, NULL), :target, :better, :amber, :rag);

-- contract_import_interest: an interest on the standing register.
-- pool: owner
-- in: ref text, submission bytes, person_id int, kind text, organisation_id int, organisation_name text, description text, began_on text,
-- ended_on text, declared_at time
INSERT INTO interest (ref, submission, person_id, kind, organisation_id, organisation_name, description, began_on, ended_on, declared_at)
VALUES (:ref, :submission, :person_id, :kind, NULLIF(:organisation_id, 0), :organisation_name, :description, :began_on, :ended_on,
	:declared_at);

-- contract_import_interest_find: is it there already?
-- pool: owner
-- in: person_id int, description text
-- out: interest_id int
SELECT interest_id FROM interest WHERE person_id = :person_id AND description = :description LIMIT 1;

-- contract_import_breach: a breach of the rules about conflicts of interest.
-- pool: owner
-- in: ref text, submission bytes, happened_on text, what text, done text, notes text, recorded_by int, recorded_at time, public int
INSERT INTO interest_breach (ref, submission, happened_on, what, done, notes, recorded_by, recorded_at, public)
VALUES (:ref, :submission, :happened_on, :what, :done, :notes, :recorded_by, :recorded_at, :public);

-- contract_import_member: somebody of the panel.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: person_id int, chair int, since text, until text
INSERT INTO panel_member (person_id, chair, since, until) VALUES (:person_id, :chair, :since, :until);

-- contract_import_criteria: a template of criteria.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: ref text, name text, judges text, answer_days int
INSERT INTO criteria (ref, name, judges, answer_days) VALUES (:ref, :name, :judges, :answer_days);

-- contract_import_criteria_version: its first version, a draft.
-- pool: owner
-- in: criteria_id int
INSERT INTO criteria_version (criteria_id, number) VALUES (:criteria_id, 1);

-- contract_import_criterion: one criterion of it.
-- pool: owner
-- in: version_id int, position int, name text, help text, weight int, scale_0 text, scale_1 text, scale_2 text, scale_3 text,
-- scale_4 text, evidence text
INSERT INTO criterion (version_id, position, name, help, weight, scale_0, scale_1, scale_2, scale_3, scale_4, evidence)
VALUES (:version_id, :position, :name, :help, :weight, :scale_0, :scale_1, :scale_2, :scale_3, :scale_4, :evidence);

-- contract_import_criteria_publish: from now on it stays.
-- pool: owner
-- in: version_id int, at time, person_id int
UPDATE criteria_version SET state = 'published', published_at = :at, published_by = NULLIF(:person_id, 0) WHERE version_id = :version_id;

-- contract_import_criteria_find: a template, and its newest published version.
-- pool: owner
-- in: name text
-- out: criteria_id int, version_id int, judges text, answer_days int
SELECT t.criteria_id AS criteria_id, w.version_id AS version_id, t.judges AS judges, t.answer_days AS answer_days
FROM criteria t JOIN criteria_version w ON w.criteria_id = t.criteria_id AND w.state = 'published'
WHERE t.name = :name ORDER BY w.number DESC LIMIT 1;

-- contract_import_criterion_find: a criterion by its name.
-- pool: owner
-- in: version_id int, name text
-- out: criterion_id int
SELECT criterion_id FROM criterion WHERE version_id = :version_id AND name = :name ORDER BY position LIMIT 1;

-- contract_import_call: a call for plans or bids.
-- pool: owner
-- in: ref text, kind text, title text, about text, form text, asks text, several int, criteria_id int, state text, closes_on text
INSERT INTO submission_call (ref, kind, title, about, form, asks, several, criteria_id, state, closes_on)
VALUES (:ref, :kind, :title, :about, :form, :asks, :several, NULLIF(:criteria_id, 0), :state, :closes_on);

-- contract_import_call_find: a call by its title.
-- pool: owner
-- in: title text
-- out: call_id int, form text
SELECT call_id, form FROM submission_call WHERE title = :title ORDER BY call_id LIMIT 1;

-- contract_import_submission: a plan or a bid.
-- pool: owner
-- in: ref text, submission bytes, call_id int, organisation_id int, number int, title text, state text, draft text, answers text,
-- amount int, has_amount int, saved_at time, person_id int, sent_at time, withdrawn_why text
INSERT INTO submission (ref, submission, call_id, organisation_id, number, title, state, draft, answers, amount, saved_at, person_id,
	sent_at, withdrawn_why)
VALUES (:ref, :submission, :call_id, :organisation_id, :number, :title, :state, :draft, :answers, IF(:has_amount, :amount, NULL),
	:saved_at, :person_id, :sent_at, :withdrawn_why);

-- contract_import_submission_find: a submission by its call, who sent it, and the how manieth of theirs it is.
-- pool: owner
-- in: call_id int, organisation_id int, number int
-- out: submission_id int, title text, state text
SELECT submission_id, title, state FROM submission WHERE call_id = :call_id AND organisation_id = :organisation_id AND number = :number;

-- contract_import_review: a review, opened.
-- pool: owner
-- duplicate: an open review of it is there
-- in: ref text, submission bytes, contract_id int, submission_id int, proposal_id int, organisation_id int, version_id int, title text, opened_by int,
-- opened_at time, due_on text
INSERT INTO review (ref, submission, contract_id, submission_id, proposal_id, organisation_id, version_id, title, state_at, opened_by, opened_at,
	due_on)
VALUES (:ref, :submission, NULLIF(:contract_id, 0), NULLIF(:submission_id, 0), NULLIF(:proposal_id, 0), :organisation_id, :version_id, :title, :opened_at,
	NULLIF(:opened_by, 0), :opened_at, :due_on);

-- contract_import_declaration: what somebody declared for it. kind 'none': no interest.
-- pool: owner
-- in: review_id int, person_id int, kind text, description text, at time
INSERT INTO review_declaration (review_id, person_id, kind, description, declared_at, interest_id)
VALUES (:review_id, :person_id, :kind, :description, :at, (SELECT MAX(i.interest_id) FROM interest i JOIN review v
	ON v.organisation_id = i.organisation_id WHERE i.person_id = :person_id AND v.review_id = :review_id AND :kind <> 'none'
	AND i.ended_on IS NULL));

-- contract_import_declared: did they declare none, or a conflict?
-- pool: owner
-- in: review_id int, person_id int
-- out: declared int, conflict int
SELECT EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = :review_id AND d.person_id = :person_id AND d.kind = 'none') AS declared,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = :review_id AND d.person_id = :person_id AND d.conflict = 1) AS conflict;

-- contract_import_reviewer: who scores.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: review_id int, person_id int, at time
INSERT INTO review_reviewer (review_id, person_id, added_at) VALUES (:review_id, :person_id, :at);

-- contract_import_reviewer_sent: their scores are there, and final.
-- pool: owner
-- in: review_id int, person_id int, at time
UPDATE review_reviewer SET sent_at = :at WHERE review_id = :review_id AND person_id = :person_id;

-- contract_import_score: what somebody scored. score 5: nothing yet.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: review_id int, person_id int, criterion_id int, score int, reason text
INSERT INTO review_score (review_id, person_id, criterion_id, score, reason)
VALUES (:review_id, :person_id, :criterion_id, NULLIF(:score, 5), :reason);

-- contract_import_unsent: reviewers who have not sent their scores, and criteria without a score that was agreed on.
-- pool: owner
-- in: review_id int
-- out: reviewers int, unsent int, unagreed int
SELECT (SELECT COUNT(*) FROM review_reviewer r WHERE r.review_id = v.review_id) AS reviewers,
	(SELECT COUNT(*) FROM review_reviewer r WHERE r.review_id = v.review_id AND r.sent_at IS NULL) AS unsent,
	(SELECT COUNT(*) FROM criterion k WHERE k.version_id = v.version_id AND NOT EXISTS (SELECT 1 FROM review_agreed a
		WHERE a.review_id = v.review_id AND a.criterion_id = k.criterion_id)) AS unagreed
FROM review v WHERE v.review_id = :review_id;

-- contract_import_move: to another state.
-- pool: owner
-- in: review_id int, state text, at time, why text
UPDATE review SET state = :state, state_at = :at, cancelled_why = COALESCE(:why, cancelled_why) WHERE review_id = :review_id;

-- contract_import_agreed: a score that was agreed on.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: review_id int, criterion_id int, score int, reason text, person_id int, at time
INSERT INTO review_agreed (review_id, criterion_id, score, reason, person_id, at)
VALUES (:review_id, :criterion_id, :score, :reason, :person_id, :at);

-- contract_import_agreed_score: the weighted mean of the agreed scores.
-- pool: owner
-- in: review_id int
UPDATE review SET agreed_score = (SELECT ROUND(SUM(k.weight * a.score) * 100 / SUM(k.weight)) FROM review_agreed a
	JOIN criterion k ON k.criterion_id = a.criterion_id WHERE a.review_id = :review_id)
WHERE review_id = :review_id;

-- contract_import_findings: what was found, in words. at 0: the organisation has not got them.
-- pool: owner
-- in: review_id int, findings text, value_for_money text, equality text, at time, answer_by text
UPDATE review SET findings = :findings, value_for_money = :value_for_money, equality = :equality, findings_at = :at,
	answer_by = :answer_by
WHERE review_id = :review_id;

-- contract_import_answer: the organisation's answer.
-- pool: owner
-- in: review_id int, answer text, at time, person_id int
UPDATE review SET answer = :answer, answered_at = :at, answered_by = NULLIF(:person_id, 0) WHERE review_id = :review_id;

-- contract_import_answer_draft: what the organisation has written so far.
-- pool: owner
-- in: review_id int, answer text
UPDATE review SET answer_draft = :answer WHERE review_id = :review_id;

-- contract_import_decision: a decision, made.
-- pool: owner
-- in: ref text, submission bytes, review_id int, outcome text, reasons text, details text, met_on text, quorum int, next_review_on text,
-- made_by int, made_at time
INSERT INTO decision (ref, submission, review_id, outcome, reasons, details, met_on, quorum, next_review_on, made_by, made_at)
VALUES (:ref, :submission, :review_id, :outcome, :reasons, :details, :met_on, :quorum, :next_review_on, :made_by, :made_at);

-- contract_import_decision_member: who was there, and how they voted.
-- pool: owner
-- duplicate: the file says it twice, or it is there
-- in: decision_id int, person_id int, part text, vote text
INSERT INTO decision_member (decision_id, person_id, part, vote) VALUES (:decision_id, :person_id, :part, :vote);

-- contract_import_decision_sat: enough members, more for it than against it, and this person among them?
-- pool: owner
-- in: decision_id int, person_id int
-- out: present int, more int, sat int
SELECT COALESCE(SUM(m.part = 'present'), 0) AS present,
	COALESCE(SUM(IF(m.vote = 'for', 1, IF(m.vote = 'against', -1, 0))), 0) AS more,
	COALESCE(SUM(m.person_id = :person_id AND m.part = 'present'), 0) AS sat
FROM decision_member m WHERE m.decision_id = :decision_id;

-- contract_import_decision_end: confirmed, or returned.
-- pool: owner
-- in: decision_id int, state text, person_id int, at time, why text
UPDATE decision SET state = :state, ended_by = :person_id, ended_at = :at, returned_why = :why WHERE decision_id = :decision_id;

-- contract_import_outcome: what the newest confirmed decision makes of its contract.
-- pool: owner
-- in: contract_id int, outcome text, decided_on text, next_review_on text
UPDATE contract SET outcome = :outcome, next_review_on = :next_review_on, decided_on = :decided_on
WHERE contract_id = :contract_id AND COALESCE(decided_on, '1000-01-01') <= :decided_on;
