-- proposal.sql: proposals: finding one, making one, what belongs to it.

-- proposal_by_ref: one proposal, for staff.
-- pool: staff
-- in: ref text
-- out: proposal_id int, ref text, slug text, title text, summary text, happens text, equality text, decides text, decides_on text, opens_on text,
-- closes_on text, audience text, in_favour text, against text, unsure text, form text, state text, withdrawn_why text, made_at time, maker text,
-- published_at time, results text, results_at time, decided_at time, row_version int
SELECT p.proposal_id AS proposal_id, p.ref AS ref, p.slug AS slug, p.title AS title, p.summary AS summary, p.happens AS happens,
	p.equality AS equality, p.decides AS decides, p.decides_on AS decides_on, p.opens_on AS opens_on, p.closes_on AS closes_on,
	p.audience AS audience, p.in_favour AS in_favour, p.against AS against, p.unsure AS unsure, p.form AS form, p.state AS state,
	p.withdrawn_why AS withdrawn_why, p.made_at AS made_at, m.name AS maker, p.published_at AS published_at, p.results AS results,
	p.results_at AS results_at, p.decided_at AS decided_at, p.row_version AS row_version
FROM proposal p JOIN person m ON m.person_id = p.made_by WHERE p.ref = :ref;

-- proposal_public_by_slug: one proposal, for everybody.
-- pool: public owner
-- in: slug text
-- out: proposal_id int, slug text, title text, summary text, happens text, equality text, decides text, decides_on text, opens_on text,
-- closes_on text, audience text, in_favour text, against text, unsure text, form text, state text, withdrawn_why text, published_at time,
-- results text, results_at time, decided_at time
SELECT proposal_id AS proposal_id, slug AS slug, title AS title, summary AS summary, happens AS happens, equality AS equality, decides AS decides,
	decides_on AS decides_on, opens_on AS opens_on, closes_on AS closes_on, audience AS audience, in_favour AS in_favour, against AS against,
	unsure AS unsure, form AS form, state AS state, withdrawn_why AS withdrawn_why, published_at AS published_at, results AS results,
	results_at AS results_at, decided_at AS decided_at
FROM proposal_public WHERE slug = :slug;

-- proposal_add: a draft; its texts follow.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- duplicate: the form was sent already
-- in: ref text, slug text, submission bytes, title text, summary text, now time, made_by int
INSERT INTO proposal (ref, slug, submission, title, summary, made_at, made_by)
VALUES (:ref, :slug, :submission, :title, :summary, :now, :made_by);

-- proposal_section_add: a section, behind the others.
-- pool: staff owner
-- duplicate: the form was sent already
-- in: ref text, proposal_id int, heading text, body text
INSERT INTO proposal_section (ref, proposal_id, position, heading, body)
SELECT :ref, :proposal_id, n.next, :heading, :body
FROM (SELECT COALESCE(MAX(s.position), 0) + 1 AS next FROM proposal_section s WHERE s.proposal_id = :proposal_id) n;

-- proposal_sections: the sections of a proposal in their order, for staff.
-- pool: staff
-- in: proposal_id int
-- out: section_id int, ref text, heading text, body text, row_version int
SELECT section_id AS section_id, ref AS ref, heading AS heading, body AS body, row_version AS row_version
FROM proposal_section WHERE proposal_id = :proposal_id ORDER BY position, section_id;

-- proposal_public_sections: the same, for everybody.
-- pool: public owner
-- in: proposal_id int
-- out: section_id int, ref text, heading text, body text
SELECT section_id AS section_id, ref AS ref, heading AS heading, body AS body
FROM proposal_public_section WHERE proposal_id = :proposal_id ORDER BY position, section_id;

-- proposal_groups: the groups that a proposal asks, in the order of its results.
-- pool: staff
-- in: proposal_id int
-- out: group_id int, ref text, name text, about text, members int, members_known int, listed int, token text, written_at time, reminded_at time
SELECT g.group_id AS group_id, s.ref AS ref, s.name AS name, s.about AS about, COALESCE(g.members, 0) AS members,
	g.members IS NOT NULL AS members_known,
	(SELECT COUNT(*) FROM stakeholder_member m WHERE m.group_id = g.group_id AND m.ended = 0) AS listed, g.token AS token,
	g.written_at AS written_at, g.reminded_at AS reminded_at
FROM proposal_group g JOIN stakeholder_group s ON s.group_id = g.group_id WHERE g.proposal_id = :proposal_id ORDER BY g.position, s.name;

-- proposal_public_groups: the same, for everybody.
-- pool: public owner
-- in: proposal_id int
-- out: group_id int, ref text, name text
SELECT group_id AS group_id, ref AS ref, name AS name FROM proposal_public_group WHERE proposal_id = :proposal_id ORDER BY position, name;

-- proposal_public_group_of_link: the group whose link this is.
-- pool: public
-- in: proposal_id int, token_hash bytes
-- out: group_id int, ref text, name text
SELECT group_id AS group_id, ref AS ref, name AS name FROM proposal_public_group WHERE proposal_id = :proposal_id AND token_hash = :token_hash;

-- proposal_group_add: asks a group.
-- pool: staff owner
-- in: proposal_id int, group_id int, members int, members_known int, token_hash bytes, token text
INSERT INTO proposal_group (proposal_id, group_id, position, members, token_hash, token)
SELECT :proposal_id, :group_id, n.next, IF(:members_known, :members, NULL), :token_hash, :token
FROM (SELECT COALESCE(MAX(g.position), 0) + 1 AS next FROM proposal_group g WHERE g.proposal_id = :proposal_id) n;

-- stakeholder_group_by_name: a group by its name.
-- pool: staff owner
-- in: name text
-- out: group_id int, ref text
SELECT group_id AS group_id, ref AS ref FROM stakeholder_group WHERE name = :name;

-- stakeholder_group_add: a new group.
-- pool: staff owner
-- in: ref text, name text, about text
INSERT INTO stakeholder_group (ref, name, about) VALUES (:ref, :name, :about);

-- proposal_response_add: one response, typed in by staff or out of a file; a trigger notes it in proposal_pending.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: response_id int, ref text, proposal_id int, submission bytes, digest bytes, stance text, group_id int, by_link int, capacity text, organisation text, name text,
-- publication text, asks text, answers text, source text, event_id int, typed_by int, received_on text, late int, text_hash bytes, edit_hash bytes,
-- replaces int
-- duplicate: the same form was sent before, or that version was replaced already
INSERT INTO proposal_response (response_id, ref, proposal_id, submission, digest, stance, group_id, by_link, capacity, organisation, name, publication, asks,
	answers, source, event_id, typed_by, received_on, late, text_hash, edit_hash, replaces)
VALUES (:response_id, :ref, :proposal_id, :submission, :digest, :stance, NULLIF(:group_id, 0), :by_link, :capacity, :organisation, :name, :publication, :asks,
	:answers, :source, NULLIF(:event_id, 0), NULLIF(:typed_by, 0), :received_on, :late, :text_hash, :edit_hash, NULLIF(:replaces, 0));

-- proposal_response_add_web: the same, sent by the respondent.
-- pool: public
-- tenant: proposals are the commissioner's
-- in: response_id int, ref text, proposal_id int, submission bytes, digest bytes, stance text, group_id int, by_link int, capacity text,
-- organisation text, name text, publication text, asks text, answers text, received_on text, late int, text_hash bytes, edit_hash bytes,
-- replaces int, withdrawn int
-- duplicate: the same form was sent before, or that version was replaced already
INSERT INTO proposal_response_web (response_id, ref, proposal_id, submission, digest, stance, group_id, by_link, capacity, organisation, name,
	publication, asks, answers, source, received_on, late, text_hash, edit_hash, replaces, withdrawn)
VALUES (:response_id, :ref, :proposal_id, :submission, :digest, :stance, NULLIF(:group_id, 0), :by_link, :capacity, :organisation, :name,
	:publication, :asks, :answers, 'web', :received_on, :late, :text_hash, :edit_hash, NULLIF(:replaces, 0), :withdrawn);

-- proposal_points_add: gains, concerns and comments of one response; rows is JSON, [{"i": id, "k": kind, "g": grade or null, "s": section's id or
-- null, "t": text}] in their order.
-- pool: public staff owner
-- in: response_id int, proposal_id int, rows text
INSERT INTO proposal_point_web (point_id, response_id, proposal_id, position, kind, grade, section_id, text)
SELECT j.i, :response_id, :proposal_id, j.n, j.k, j.g, j.s, j.t
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (n FOR ORDINALITY, i BIGINT UNSIGNED PATH '$.i', k VARCHAR(10) PATH '$.k', g VARCHAR(10) PATH '$.g',
	s INT UNSIGNED PATH '$.s', t TEXT PATH '$.t')) j;

-- proposal_response_digest: what was sent the first time under this form's token (a locking read, as response_digest).
-- pool: public staff owner
-- tenant: proposals are the commissioner's
-- in: submission bytes
-- out: digest bytes, ref text
SELECT digest AS digest, ref AS ref FROM proposal_response_sent WHERE submission = :submission LOCK IN SHARE MODE;

-- proposal_review: the review by which a panel decides, or decided, on a proposal; nothing of what is in it.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: proposal_id int
-- out: ref text, state text, due_on text
SELECT v.ref AS ref, v.state AS state, v.due_on AS due_on FROM review v WHERE v.open_proposal = :proposal_id;
