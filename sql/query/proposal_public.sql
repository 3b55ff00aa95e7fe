-- proposal_public.sql: what everybody may read of proposals.

-- proposal_public_list: proposals by where they stand: 1 open, 2 coming, 3 closed or withdrawn. Words are patterns of LIKE.
-- pool: public
-- in: today text, word_1 text, word_2 text, word_3 text, most int, skip int
-- out: place int, slug text, title text, summary text, opens_on text, closes_on text, state text, told int
SELECT IF(p.state = 'withdrawn' OR p.closes_on < :today, 3, IF(p.opens_on > :today, 2, 1)) AS place, p.slug AS slug, p.title AS title,
	p.summary AS summary, p.opens_on AS opens_on, p.closes_on AS closes_on, p.state AS state, p.decided_at IS NOT NULL AS told
FROM proposal_public p
WHERE 1 = 1 [word_1? AND (p.title LIKE :word_1 ESCAPE '!' OR p.summary LIKE :word_1 ESCAPE '!')]
	[word_2? AND (p.title LIKE :word_2 ESCAPE '!' OR p.summary LIKE :word_2 ESCAPE '!')]
	[word_3? AND (p.title LIKE :word_3 ESCAPE '!' OR p.summary LIKE :word_3 ESCAPE '!')]
ORDER BY place, IF(place = 1, p.closes_on, NULL), IF(place = 2, p.opens_on, NULL), IF(place = 3, p.closes_on, NULL) DESC, p.slug
LIMIT :most OFFSET :skip;

-- proposal_public_open: those that can be answered today, for the first page.
-- pool: public
-- in: today text, most int
-- out: slug text, title text, closes_on text
SELECT slug AS slug, title AS title, closes_on AS closes_on FROM proposal_public
WHERE state = 'published' AND opens_on <= :today AND closes_on >= :today ORDER BY closes_on, slug LIMIT :most;

-- proposal_public_some: is there any?
-- pool: public
-- out: slug text
SELECT slug AS slug FROM proposal_public LIMIT 1;

-- proposal_public_newest: for the feed: what was published last, or of which results or what came of it were.
-- pool: public
-- in: most int
-- out: slug text, title text, summary text, published_at time, results_at time, decided_at time, updated_at time
SELECT slug AS slug, title AS title, summary AS summary, published_at AS published_at, results_at AS results_at, decided_at AS decided_at,
	GREATEST(published_at, COALESCE(IF(results IS NULL, NULL, results_at), published_at), COALESCE(decided_at, published_at)) AS updated_at
FROM proposal_public WHERE state = 'published' ORDER BY updated_at DESC, slug LIMIT :most;

-- proposal_public_texts: in which other words it can be read.
-- pool: public
-- in: proposal_id int
-- out: code text, title text
SELECT code AS code, title AS title FROM proposal_public_text WHERE proposal_id = :proposal_id ORDER BY code <> 'easy-read', code;

-- proposal_public_text_by_code: one of them.
-- pool: public
-- in: proposal_id int, code text
-- out: code text, title text, body text
SELECT code AS code, title AS title, body AS body FROM proposal_public_text WHERE proposal_id = :proposal_id AND code = :code;

-- proposal_public_documents: its documents.
-- pool: public
-- in: proposal_id int
-- out: ref text, title text, type text, size int
SELECT ref AS ref, title AS title, type AS type, size AS size FROM proposal_public_document WHERE proposal_id = :proposal_id ORDER BY document_id;

-- proposal_public_document_by_ref: one of them.
-- pool: public
-- in: proposal_id int, ref text
-- out: document_id int, name text, type text, size int
SELECT document_id AS document_id, name AS name, type AS type, size AS size
FROM proposal_public_document WHERE proposal_id = :proposal_id AND ref = :ref;

-- proposal_public_document_parts: its bytes.
-- pool: public
-- in: document_id int
-- out: bytes bytes
SELECT bytes AS bytes FROM proposal_public_document_body WHERE document_id = :document_id ORDER BY part;

-- proposal_public_changes: what was changed since it was published.
-- pool: public
-- in: proposal_id int
-- out: at time, text text
SELECT at AS at, text AS text FROM proposal_public_change WHERE proposal_id = :proposal_id ORDER BY change_id DESC;

-- proposal_public_outcomes: we asked, you said, we did.
-- pool: public
-- in: proposal_id int
-- out: theme text, said text, did text, what text, why text, progress text, owner text, due_on text, done_on text
SELECT theme AS theme, said AS said, did AS did, what AS what, why AS why, progress AS progress, owner AS owner, due_on AS due_on,
	done_on AS done_on
FROM proposal_public_outcome WHERE proposal_id = :proposal_id ORDER BY position;

-- proposal_public_answers: what people asked, and what they were told.
-- pool: public
-- in: proposal_id int
-- out: question text, answer text, answered_at time
SELECT question AS question, answer AS answer, answered_at AS answered_at
FROM proposal_public_answer WHERE proposal_id = :proposal_id ORDER BY answered_at, question;

-- proposal_public_panel: what a panel decided, the newest; how many of those who sit on it were kept out by an interest.
-- pool: public
-- in: proposal_id int
-- out: outcome text, reasons text, met_on text, quorum int, present int, conflicts int
SELECT outcome AS outcome, reasons AS reasons, met_on AS met_on, quorum AS quorum, present AS present, conflicts AS conflicts
FROM proposal_public_decision WHERE proposal_id = :proposal_id ORDER BY met_on DESC LIMIT 1;
