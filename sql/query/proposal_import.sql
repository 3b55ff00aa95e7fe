-- proposal_import.sql: proposals and responses out of a file (`soundings import proposals`).

-- proposal_import: one proposal, as it stands.
-- pool: owner
-- tenant: proposals are the commissioner's
-- in: ref text, slug text, submission bytes, title text, summary text, happens text, equality text, decides text, decides_on text, opens_on text,
-- closes_on text, audience text, form text, state text, made_at time, made_by int, published_at time, decided_at time
-- duplicate: a proposal of that address is there
INSERT INTO proposal (ref, slug, submission, title, summary, happens, equality, decides, decides_on, opens_on, closes_on, audience, form, state,
	made_at, made_by, published_at, decided_at)
VALUES (:ref, :slug, :submission, :title, :summary, :happens, :equality, :decides, :decides_on, :opens_on, :closes_on, :audience, :form, :state,
	:made_at, :made_by, :published_at, :decided_at);

-- proposal_import_find: a proposal by its address.
-- pool: owner
-- in: slug text
-- out: proposal_id int, title text, closes_on text, organisation_id int
SELECT p.proposal_id AS proposal_id, p.title AS title, p.closes_on AS closes_on,
	(SELECT m.organisation_id FROM membership m WHERE m.person_id = p.made_by LIMIT 1) AS organisation_id
FROM proposal p WHERE p.slug = :slug;

-- proposal_import_text: an easy-read version or a translation.
-- pool: owner
-- in: proposal_id int, code text, title text, body text
INSERT INTO proposal_text (proposal_id, code, title, body) VALUES (:proposal_id, :code, :title, :body);

-- proposal_import_event: a meeting.
-- pool: owner
-- tenant: proposals are the commissioner's
-- in: ref text, submission bytes, proposal_id int, kind text, title text, place text, held_on text, notes text
INSERT INTO proposal_event (ref, submission, proposal_id, kind, title, place, held_on, notes)
VALUES (:ref, :submission, :proposal_id, :kind, :title, :place, :held_on, :notes);

-- proposal_import_event_find: a meeting by its title.
-- pool: owner
-- in: proposal_id int, title text
-- out: event_id int
SELECT event_id AS event_id FROM proposal_event WHERE proposal_id = :proposal_id AND title = :title;

-- proposal_import_attendance: how many of a group came.
-- pool: owner
-- in: event_id int, group_id int, n int
INSERT INTO proposal_attendance (event_id, group_id, n) VALUES (:event_id, :group_id, :n);

-- proposal_import_section_find: a section by its heading.
-- pool: owner
-- in: proposal_id int, heading text
-- out: section_id int
SELECT section_id AS section_id FROM proposal_section WHERE proposal_id = :proposal_id AND heading = :heading;

-- proposal_import_theme: a theme, behind the others.
-- pool: owner
-- in: ref text, proposal_id int, parent_id int, name text, about text
INSERT INTO proposal_theme (ref, proposal_id, parent_id, position, name, about)
SELECT :ref, :proposal_id, NULLIF(:parent_id, 0), n.next, :name, :about
FROM (SELECT COALESCE(MAX(t.position), 0) + 1 AS next FROM proposal_theme t WHERE t.proposal_id = :proposal_id) n;

-- proposal_import_theme_find: a theme by its name.
-- pool: owner
-- in: proposal_id int, name text
-- out: theme_id int
SELECT theme_id AS theme_id FROM proposal_theme WHERE proposal_id = :proposal_id AND name = :name;

-- proposal_import_outcome: what was done about something people said, behind the others; as it was published, where it is.
-- pool: owner
-- tenant: proposals are the commissioner's
-- in: ref text, submission bytes, proposal_id int, theme_id int, said text, did text, what text, why text, progress text, owner text, due_on text,
-- done_on text, now time
INSERT INTO proposal_outcome (ref, submission, proposal_id, theme_id, position, said, did, what, why, progress, owner, due_on, done_on, changed_at)
SELECT :ref, :submission, :proposal_id, NULLIF(:theme_id, 0), n.next, :said, :did, :what, :why, :progress, :owner, :due_on,
	:done_on, COALESCE((SELECT p.decided_at FROM proposal p WHERE p.proposal_id = :proposal_id), :now)
FROM (SELECT COALESCE(MAX(o.position), 0) + 1 AS next FROM proposal_outcome o WHERE o.proposal_id = :proposal_id) n;

-- proposal_import_coded: a coder has looked at a point.
-- pool: owner
-- in: response_id int, position int, person_id int, now time
INSERT INTO proposal_coded (point_id, person_id, proposal_id, at)
SELECT p.point_id, :person_id, p.proposal_id, :now FROM proposal_point p WHERE p.response_id = :response_id AND p.position = :position;

-- proposal_import_code: and gave it a theme.
-- pool: owner
-- in: response_id int, position int, person_id int, theme_id int
INSERT INTO proposal_code (point_id, person_id, theme_id)
SELECT p.point_id, :person_id, :theme_id FROM proposal_point p WHERE p.response_id = :response_id AND p.position = :position;

-- proposal_import_quoted: a point is quoted in results.
-- pool: owner
-- in: response_id int, position int
UPDATE proposal_point SET quoted = 1 WHERE response_id = :response_id AND position = :position;

-- proposal_import_settle: themes that every coder of a point gave it count.
-- pool: owner
-- in: response_id int
INSERT INTO proposal_point_theme (point_id, theme_id)
SELECT c.point_id, c.theme_id FROM proposal_point p JOIN proposal_code c ON c.point_id = p.point_id WHERE p.response_id = :response_id
GROUP BY c.point_id, c.theme_id HAVING COUNT(*) = (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = c.point_id);

-- proposal_import_contact: an address that a respondent left, to be told what came of it.
-- pool: owner
-- in: response_id int, proposal_id int, email text
INSERT INTO proposal_contact (response_id, proposal_id, email, wants) VALUES (:response_id, :proposal_id, :email, 'outcome');
