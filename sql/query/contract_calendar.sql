-- contract_calendar.sql: days on which something about contracts is due, and the private addresses by which calendar programs read them.

-- contract_calendar: what is due between two days: ends, last days to give notice, reviews, decisions of reviews that are open, returns. Nothing
-- of a review in which this person has a conflict of interest. lead: of contracts that somebody looks after, and reviews that they score in.
-- pool: staff
-- tenant: the commissioner's staff alone
-- in: person_id int, today text, since text, until text, lead int, kind text, most int
-- out: day text, kind text, ref text, item_ref text, reference text, title text, organisation text, starts_on text, ends_on text
SELECT e.day AS day, e.kind AS kind, e.ref AS ref, e.item_ref AS item_ref, e.reference AS reference, e.title AS title, o.name AS organisation,
	e.starts_on AS starts_on, e.ends_on AS ends_on
FROM (
	SELECT c.ends_on AS day, 'ends' AS kind, c.ref AS ref, c.ref AS item_ref, c.reference AS reference, c.service AS title,
		c.organisation_id AS organisation_id, c.starts_on AS starts_on, c.ends_on AS ends_on
	FROM contract c WHERE c.ending BETWEEN :since AND :until [lead? AND c.lead_id = :lead] [kind? AND :kind = 'ends']
	UNION ALL
	SELECT c.notice_on, 'notice', c.ref, c.ref, c.reference, c.service, c.organisation_id, c.starts_on, c.ends_on
	FROM contract c WHERE c.notice_on BETWEEN :today AND :until [lead? AND c.lead_id = :lead] [kind? AND :kind = 'notice']
	UNION ALL
	SELECT c.next_review_on, 'review', c.ref, c.ref, c.reference, c.service, c.organisation_id, c.starts_on, c.ends_on
	FROM contract c WHERE c.review_by BETWEEN :since AND :until AND NOT EXISTS (SELECT 1 FROM review v WHERE v.open_contract = c.contract_id)
		[lead? AND c.lead_id = :lead] [kind? AND :kind = 'review']
	UNION ALL
	SELECT v.due_on, 'decision', COALESCE(c.ref, ''), v.ref, COALESCE(c.reference, ''), v.title, v.organisation_id, DATE(v.opened_at), v.due_on
	FROM review v LEFT JOIN contract c ON c.contract_id = v.contract_id
	WHERE v.state NOT IN ('decided', 'cancelled') AND v.due_on BETWEEN :since AND :until
		AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id)
		[lead? AND (c.lead_id = :lead OR EXISTS (SELECT 1 FROM review_reviewer w WHERE w.review_id = v.review_id AND w.person_id = :lead
			AND w.removed_at IS NULL))] [kind? AND :kind = 'decision']
	UNION ALL
	SELECT m.due_on, 'return', c.ref, m.ref, c.reference, c.service, c.organisation_id, m.starts_on, m.ends_on
	FROM monitoring_return m JOIN contract c ON c.contract_id = m.contract_id
	WHERE m.state IN ('due', 'back') AND m.due_on BETWEEN :since AND :until [lead? AND c.lead_id = :lead] [kind? AND :kind = 'return']
) e JOIN organisation o ON o.organisation_id = e.organisation_id
ORDER BY e.day, e.kind, o.name, e.reference, e.item_ref LIMIT :most;

-- calendar_feed_own: the address that works, of somebody's calendar.
-- pool: staff
-- tenant: a person's own
-- in: person_id int
-- out: ref text, own int, made_at time, used_at time
SELECT ref, own, made_at, used_at FROM calendar_feed WHERE person_id = :person_id AND live = 1;

-- calendar_feed_add: a new address.
-- pool: staff
-- duplicate: somebody made one for them at the same moment
-- in: token_hash bytes, ref text, person_id int, organisation_id int, own int, now time
INSERT INTO calendar_feed (token_hash, ref, person_id, organisation_id, own, made_at)
VALUES (:token_hash, :ref, :person_id, :organisation_id, :own, :now);

-- calendar_feed_revoke: the address of somebody's calendar works no more.
-- pool: staff
-- tenant: a person's own
-- in: person_id int, now time
UPDATE calendar_feed SET revoked_at = :now WHERE person_id = :person_id AND live = 1;

-- calendar_feed_get: whose calendar an address is, while it works.
-- pool: staff
-- tenant: whoever knows the address; its page asks access.c what that person may see now
-- in: token_hash bytes
-- out: ref text, person_id int, organisation_id int, own int, used_at time
SELECT ref, person_id, organisation_id, own, used_at FROM calendar_feed WHERE token_hash = :token_hash AND live = 1;

-- calendar_feed_used: it was read, to the hour.
-- pool: staff
-- tenant: whoever knows the address
-- untold: when an address was read last; its page tells once a day
-- in: token_hash bytes, now time
UPDATE calendar_feed SET used_at = :now WHERE token_hash = :token_hash AND live = 1;
