-- results.sql: what the staff pages of surveys read. A person sees a survey when their organisation asks it, or when they are of the
-- commissioner (all = 1).

-- surveys_visible: the surveys that a person may see, with the number of their responses: totals and what is pending.
-- pool: staff
-- in: organisation_id int, all int
-- out: slug text, title text, asked_by text, opens_at time, closes_at time, responses int
SELECT s.slug, s.title, o.name AS asked_by, s.opens_at, s.closes_at,
  CAST((SELECT COALESCE(SUM(t.n), 0) FROM survey_total t
    WHERE t.survey_id = s.survey_id AND t.question = '' AND t.choice = '')
  + (SELECT COUNT(*) FROM response_pending p WHERE p.survey_id = s.survey_id) AS SIGNED) AS responses
FROM survey s JOIN organisation o ON o.organisation_id = s.organisation_id
WHERE s.current_version IS NOT NULL AND (s.organisation_id = :organisation_id OR :all = 1)
ORDER BY s.title, s.survey_id;

-- survey_exists: a published survey, whosever it is: for the trail, when somebody asked for one that is not theirs.
-- pool: staff
-- tenant: only whether there is one; nothing of it is shown
-- in: slug text
-- out: survey_id int
SELECT survey_id FROM survey WHERE slug = :slug AND current_version IS NOT NULL;

-- survey_visible: one survey, if the person may see it.
-- pool: staff
-- in: slug text, organisation_id int, all int
-- out: survey_id int, version int, title text, asked_by text, opens_at time, closes_at time, published_at time
SELECT s.survey_id, s.current_version AS version, s.title, o.name AS asked_by, s.opens_at, s.closes_at, v.published_at
FROM survey s
JOIN organisation o ON o.organisation_id = s.organisation_id
JOIN survey_version v ON v.survey_id = s.survey_id AND v.version = s.current_version
WHERE s.slug = :slug AND (s.organisation_id = :organisation_id OR :all = 1);

-- results_pending: how many responses are in no total yet, counted no further than it matters.
-- pool: staff
-- in: survey_id int
-- out: n int
SELECT COUNT(*) AS n FROM (SELECT 1 FROM response_pending WHERE survey_id = :survey_id LIMIT 2000) some;

-- results_texts: answers to a free-text question after a place in the list: newest month first; within a month the order is that of
-- random ids, so that nobody can read it as time.
-- pool: staff
-- in: survey_id int, question text, month text, after bytes, most int
-- out: month text, response_id bytes, answers text
SELECT t.month, t.response_id, r.answers
FROM (SELECT survey_id, month, response_id FROM response_text
  WHERE survey_id = :survey_id AND question = :question AND month <= :month
    AND (month < :month OR response_id < :after)
  ORDER BY month DESC, response_id DESC LIMIT :most) t
STRAIGHT_JOIN response r ON r.survey_id = t.survey_id AND r.response_id = t.response_id
ORDER BY t.month DESC, t.response_id DESC;

-- results_texts_back: the same list, before a place, read backwards.
-- pool: staff
-- in: survey_id int, question text, month text, before bytes, most int
-- out: month text, response_id bytes, answers text
SELECT t.month, t.response_id, r.answers
FROM (SELECT survey_id, month, response_id FROM response_text
  WHERE survey_id = :survey_id AND question = :question AND month >= :month
    AND (month > :month OR response_id > :before)
  ORDER BY month, response_id LIMIT :most) t
STRAIGHT_JOIN response r ON r.survey_id = t.survey_id AND r.response_id = t.response_id
ORDER BY t.month, t.response_id;

-- results_responses: every response of a survey, for the export (stream it). The key's order is that of random ids.
-- pool: staff
-- in: survey_id int
-- out: version int, received_on text, answers bytes
SELECT version, received_on, answers FROM response WHERE survey_id = :survey_id ORDER BY response_id;
