-- stakeholder.sql: groups of people and organisations that proposals ask, their members, and which proposal asks which.

-- stakeholder_groups: all groups, with how many addresses each has.
-- pool: staff
-- out: ref text, name text, about text, ended int, members int, proposals int
SELECT s.ref AS ref, s.name AS name, s.about AS about, s.ended AS ended,
	(SELECT COUNT(*) FROM stakeholder_member m WHERE m.group_id = s.group_id) AS members,
	(SELECT COUNT(*) FROM proposal_group g WHERE g.group_id = s.group_id) AS proposals
FROM stakeholder_group s ORDER BY s.ended, s.name;

-- stakeholder_group_by_ref: one group.
-- pool: staff
-- in: ref text
-- out: group_id int, ref text, name text, about text, ended int, row_version int, members int
SELECT s.group_id AS group_id, s.ref AS ref, s.name AS name, s.about AS about, s.ended AS ended, s.row_version AS row_version,
	(SELECT COUNT(*) FROM stakeholder_member m WHERE m.group_id = s.group_id) AS members
FROM stakeholder_group s WHERE s.ref = :ref;

-- stakeholder_group_new: a new group, by a form.
-- pool: staff
-- duplicate: there is one of this name, or the form was sent already
-- in: ref text, name text, about text
INSERT INTO stakeholder_group (ref, name, about) VALUES (:ref, :name, :about);

-- stakeholder_group_there: was this form sent before? A locking read, because the other one may have committed a moment ago.
-- pool: staff
-- in: ref text
-- out: ref text
SELECT s.ref AS ref FROM stakeholder_group s WHERE s.ref = :ref LOCK IN SHARE MODE;

-- stakeholder_group_update: its words, and whether proposals ask it.
-- pool: staff
-- duplicate: there is another one of this name
-- in: group_id int, row_version int, name text, about text, ended int
UPDATE stakeholder_group SET name = :name, about = :about, ended = :ended, row_version = row_version + 1
WHERE group_id = :group_id AND row_version = :row_version;

-- stakeholder_members: the addresses of a group, at most 2,000.
-- pool: staff
-- in: group_id int
-- out: ref text, name text, email text
SELECT ref AS ref, name AS name, email AS email FROM stakeholder_member WHERE group_id = :group_id ORDER BY name, email LIMIT 2000;

-- stakeholder_member_by_ref: one of them.
-- pool: staff
-- in: group_id int, ref text
-- out: member_id int, ref text, name text, email text
SELECT member_id AS member_id, ref AS ref, name AS name, email AS email FROM stakeholder_member WHERE group_id = :group_id AND ref = :ref;

-- stakeholder_member_add: an address more.
-- pool: staff
-- duplicate: it is in this group already
-- in: ref text, group_id int, name text, email text
INSERT INTO stakeholder_member (ref, group_id, name, email) VALUES (:ref, :group_id, :name, :email);

-- stakeholder_member_remove: an address less.
-- pool: staff
-- in: member_id int
DELETE FROM stakeholder_member WHERE member_id = :member_id;

-- proposal_groups_left: groups that a proposal could ask and does not.
-- pool: staff
-- in: proposal_id int
-- out: ref text, name text, members int
SELECT s.ref AS ref, s.name AS name, (SELECT COUNT(*) FROM stakeholder_member m WHERE m.group_id = s.group_id) AS members
FROM stakeholder_group s WHERE s.ended = 0
	AND NOT EXISTS (SELECT 1 FROM proposal_group g WHERE g.proposal_id = :proposal_id AND g.group_id = s.group_id)
ORDER BY s.name;

-- proposal_group_ask: asks a group, behind the others.
-- pool: staff
-- duplicate: it is asked already
-- in: proposal_id int, group_id int, members int, members_known int, token_hash bytes, token text
INSERT INTO proposal_group (proposal_id, group_id, position, members, token_hash, token)
SELECT :proposal_id, :group_id, n.next, IF(:members_known, :members, NULL), :token_hash, :token
FROM (SELECT COALESCE(MAX(g.position), 0) + 1 AS next FROM proposal_group g WHERE g.proposal_id = :proposal_id) n;

-- proposal_group_by_ref: a group that a proposal asks.
-- pool: staff
-- in: proposal_id int, ref text
-- out: group_id int, ref text, name text, members int, members_known int, listed int, token text, written_at time, reminded_at time
SELECT g.group_id AS group_id, s.ref AS ref, s.name AS name, COALESCE(g.members, 0) AS members, g.members IS NOT NULL AS members_known,
	(SELECT COUNT(*) FROM stakeholder_member m WHERE m.group_id = g.group_id) AS listed, g.token AS token, g.written_at AS written_at,
	g.reminded_at AS reminded_at
FROM proposal_group g JOIN stakeholder_group s ON s.group_id = g.group_id WHERE g.proposal_id = :proposal_id AND s.ref = :ref;

-- proposal_group_known: how many members were asked.
-- pool: staff
-- in: proposal_id int, group_id int, members int, members_known int
UPDATE proposal_group SET members = IF(:members_known, :members, NULL) WHERE proposal_id = :proposal_id AND group_id = :group_id;

-- proposal_group_put: its place in results.
-- pool: staff
-- in: proposal_id int, group_id int, position int
UPDATE proposal_group SET position = :position WHERE proposal_id = :proposal_id AND group_id = :group_id;

-- proposal_group_remove: it is not asked, while the proposal is a draft.
-- pool: staff
-- in: proposal_id int, group_id int
DELETE FROM proposal_group WHERE proposal_id = :proposal_id AND group_id = :group_id;

-- proposal_group_written: its members were written to; again: reminded.
-- pool: staff
-- in: proposal_id int, group_id int, now time, again int
UPDATE proposal_group SET written_at = IF(:again, written_at, :now), reminded_at = IF(:again, :now, reminded_at)
WHERE proposal_id = :proposal_id AND group_id = :group_id;
