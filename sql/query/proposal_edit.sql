-- proposal_edit.sql: proposals while they are written: their list, texts, sections, documents, being published.

-- proposals_list: proposals, for their list and its file. open_on, coming_on, closed_on: today, for the proposals that stand so.
-- pool: staff
-- in: state text, open_on text, coming_on text, closed_on text
-- out: proposal_id int, ref text, slug text, title text, decides text, decides_on text, opens_on text, closes_on text, audience text, state text,
-- made_at time
-- key: p.proposal_id of proposal p
-- sorts: made: p.made_at desc | closes: p.closes_on desc | title: p.title
-- search: proposal
SELECT p.proposal_id, p.ref, p.slug, p.title, p.decides, p.decides_on, p.opens_on, p.closes_on, p.audience, p.state, p.made_at
FROM [search] proposal p WHERE 1 = 1
	[state? AND (p.state = :state) = 1]
	[open_on? AND (p.state = 'published' AND :open_on BETWEEN p.opens_on AND p.closes_on) = 1]
	[coming_on? AND (p.state = 'published' AND p.opens_on > :coming_on) = 1]
	[closed_on? AND (p.state = 'published' AND p.closes_on < :closed_on) = 1]
	[page];

-- proposal_by_submission: what a form that was sent twice has made.
-- pool: staff
-- in: submission bytes
-- out: ref text
SELECT p.ref AS ref FROM proposal p WHERE p.submission = :submission;

-- proposal_update: its texts. Of one that is published the trigger refuses other questions; of one that is withdrawn nothing is changed.
-- pool: staff
-- in: proposal_id int, row_version int, title text, summary text, happens text, equality text, decides text, decides_on text, opens_on text,
-- closes_on text, audience text, in_favour text, against text, unsure text
UPDATE proposal SET title = :title, summary = :summary, happens = :happens, equality = :equality, decides = :decides, decides_on = :decides_on,
	opens_on = :opens_on, closes_on = :closes_on, audience = :audience, in_favour = :in_favour, against = :against, unsure = :unsure,
	row_version = row_version + 1
WHERE proposal_id = :proposal_id AND row_version = :row_version AND state <> 'withdrawn';

-- proposal_form_set: its own questions, while it is a draft.
-- pool: staff
-- in: form text, proposal_id int, row_version int
UPDATE proposal SET form = :form, row_version = row_version + 1
WHERE proposal_id = :proposal_id AND row_version = :row_version AND state = 'draft';

-- proposal_touch: something that belongs to it changes. In this state, so that nothing changes while it is being published.
-- pool: staff
-- untold: it counts the row's version alone; the query that changes something is told of
-- in: proposal_id int, state text
UPDATE proposal SET row_version = row_version + 1 WHERE proposal_id = :proposal_id AND state = :state;

-- proposal_publish: everybody can read it.
-- pool: staff
-- in: proposal_id int, row_version int, now time
UPDATE proposal SET state = 'published', published_at = :now, row_version = row_version + 1
WHERE proposal_id = :proposal_id AND row_version = :row_version AND state = 'draft';

-- proposal_withdraw: nobody can answer it any more; why is published.
-- pool: staff
-- in: proposal_id int, row_version int, why text
UPDATE proposal SET state = 'withdrawn', withdrawn_why = :why, row_version = row_version + 1
WHERE proposal_id = :proposal_id AND row_version = :row_version AND state = 'published';

-- proposal_change_add: what was changed after it was published, in a sentence for everybody.
-- pool: staff
-- in: proposal_id int, now time, person_id int, text text
INSERT INTO proposal_change (proposal_id, at, person_id, text) VALUES (:proposal_id, :now, :person_id, :text);

-- proposal_changes: those sentences, newest first.
-- pool: staff
-- in: proposal_id int
-- out: at time, person text, text text
SELECT c.at AS at, p.name AS person, c.text AS text FROM proposal_change c JOIN person p ON p.person_id = c.person_id
WHERE c.proposal_id = :proposal_id ORDER BY c.change_id DESC;

-- proposal_section_by_ref: one section.
-- pool: staff
-- in: proposal_id int, ref text
-- out: section_id int, ref text, heading text, body text, row_version int
SELECT section_id AS section_id, ref AS ref, heading AS heading, body AS body, row_version AS row_version
FROM proposal_section WHERE proposal_id = :proposal_id AND ref = :ref;

-- proposal_section_update: its words.
-- pool: staff
-- in: section_id int, row_version int, heading text, body text
UPDATE proposal_section SET heading = :heading, body = :body, row_version = row_version + 1
WHERE section_id = :section_id AND row_version = :row_version;

-- proposal_section_put: its place.
-- pool: staff
-- in: section_id int, position int
UPDATE proposal_section SET position = :position WHERE section_id = :section_id;

-- proposal_section_remove: a section of a draft goes.
-- pool: staff
-- in: section_id int
DELETE FROM proposal_section WHERE section_id = :section_id;

-- proposal_texts: the same in easy words and other languages.
-- pool: staff
-- in: proposal_id int
-- out: text_id int, code text, title text, body text, row_version int
SELECT text_id AS text_id, code AS code, title AS title, body AS body, row_version AS row_version
FROM proposal_text WHERE proposal_id = :proposal_id ORDER BY (code = 'easy-read') DESC, code;

-- proposal_text_by_code: one of them.
-- pool: staff
-- in: proposal_id int, code text
-- out: text_id int, code text, title text, body text, row_version int
SELECT text_id AS text_id, code AS code, title AS title, body AS body, row_version AS row_version
FROM proposal_text WHERE proposal_id = :proposal_id AND code = :code;

-- proposal_text_add: another one.
-- pool: staff
-- duplicate: there is one in this language already
-- in: proposal_id int, code text, title text, body text
INSERT INTO proposal_text (proposal_id, code, title, body) VALUES (:proposal_id, :code, :title, :body);

-- proposal_text_update: its words.
-- pool: staff
-- in: text_id int, row_version int, title text, body text
UPDATE proposal_text SET title = :title, body = :body, row_version = row_version + 1
WHERE text_id = :text_id AND row_version = :row_version;

-- proposal_text_remove: it goes.
-- pool: staff
-- in: text_id int
DELETE FROM proposal_text WHERE text_id = :text_id;

-- proposal_documents: its documents.
-- pool: staff
-- in: proposal_id int
-- out: document_id int, ref text, title text, name text, type text, size int, scan text
SELECT document_id AS document_id, ref AS ref, title AS title, name AS name, type AS type, size AS size, scan AS scan
FROM proposal_document WHERE proposal_id = :proposal_id AND removed_at IS NULL ORDER BY document_id;

-- proposal_document_by_ref: one of them, unless it was removed.
-- pool: staff
-- in: proposal_id int, ref text
-- out: document_id int, ref text, title text, name text, size int
SELECT document_id AS document_id, ref AS ref, title AS title, name AS name, size AS size
FROM proposal_document WHERE proposal_id = :proposal_id AND ref = :ref AND removed_at IS NULL;

-- proposal_document_add: a document, all but its bytes.
-- pool: staff
-- duplicate: this form added it already
-- in: ref text, proposal_id int, title text, name text, type text, size int, sha256 bytes, scan text, now time, person_id int
INSERT INTO proposal_document (ref, proposal_id, title, name, type, size, sha256, scan, added_at, person_id)
VALUES (:ref, :proposal_id, :title, :name, :type, :size, :sha256, :scan, :now, :person_id);

-- proposal_document_part_add: some of its bytes.
-- pool: staff
-- untold: its caller tells of the document
-- in: document_id int, part int, bytes bytes
INSERT INTO proposal_document_body (document_id, part, bytes) VALUES (:document_id, :part, :bytes);

-- proposal_document_parts: its bytes, in their order.
-- pool: staff
-- in: document_id int
-- out: bytes bytes
SELECT bytes AS bytes FROM proposal_document_body WHERE document_id = :document_id ORDER BY part;

-- proposal_document_remove: takes it away; the row says that there was one.
-- pool: staff
-- in: now time, document_id int
UPDATE proposal_document SET removed_at = :now WHERE document_id = :document_id AND removed_at IS NULL;

-- proposal_document_bytes_remove: its bytes, once it is marked as removed.
-- pool: staff
-- untold: its caller tells of the document
-- in: document_id int
DELETE FROM proposal_document_removed WHERE document_id = :document_id;
