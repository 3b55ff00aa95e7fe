-- audit.sql: the trail of who did what, and the chain over it.

-- audit_add: one row; 0 for nobody and for no organisation.
-- pool: staff owner
-- in: now time, person_id int, who text, organisation_id int, action text, subject text, ref text, detail text
INSERT INTO audit (at, person_id, who, organisation_id, action, subject, ref, detail)
VALUES (:now, NULLIF(:person_id, 0), :who, NULLIF(:organisation_id, 0), :action, :subject, LEFT(:ref, 100), :detail);

-- audit_end: the last link.
-- pool: staff owner
-- out: seq int, audit_id int, hash bytes
SELECT seq, audit_id, hash FROM audit_link ORDER BY seq DESC LIMIT 1;

-- audit_unlinked: rows with numbers in (after, upto] that are not chained, each column as the chain reads it.
-- pool: staff owner
-- in: after int, upto int, most int
-- out: audit_id bytes, at bytes, person_id bytes, who bytes, organisation_id bytes, action bytes, subject bytes,
-- ref bytes, detail bytes
SELECT CAST(a.audit_id AS CHAR) AS audit_id, CAST(a.at AS CHAR) AS at, CAST(a.person_id AS CHAR) AS person_id, a.who,
  CAST(a.organisation_id AS CHAR) AS organisation_id, a.action, a.subject, a.ref, a.detail
FROM audit a LEFT JOIN audit_link l ON l.audit_id = a.audit_id
WHERE a.audit_id > :after AND a.audit_id <= :upto AND l.audit_id IS NULL ORDER BY a.audit_id LIMIT :most;

-- audit_link_add: adds links; JSON, [[seq, audit_id, "hexadecimal"]]. Waits a second at most for who is at it too.
-- pool: staff owner
-- duplicate: somebody else has chained meanwhile
-- in: links text
SET STATEMENT innodb_lock_wait_timeout = 1 FOR
INSERT INTO audit_link (seq, audit_id, hash)
SELECT j.seq, j.audit_id, UNHEX(j.hash) FROM JSON_TABLE(:links, '$[*]' COLUMNS (
  seq BIGINT PATH '$[0]', audit_id BIGINT PATH '$[1]', hash CHAR(64) PATH '$[2]')) j;

-- audit_verify: the chain from its first link to its last, each with its row; link_id is the row it names, audit_id NULL
-- when there is no such row.
-- pool: owner
-- out: seq int, link_id int, hash bytes, audit_id bytes, at bytes, person_id bytes, who bytes, organisation_id bytes,
-- action bytes, subject bytes, ref bytes, detail bytes, happened_at time
SELECT l.seq, l.audit_id AS link_id, l.hash, CAST(a.audit_id AS CHAR) AS audit_id, CAST(a.at AS CHAR) AS at,
  CAST(a.person_id AS CHAR) AS person_id, a.who, CAST(a.organisation_id AS CHAR) AS organisation_id, a.action, a.subject,
  a.ref, a.detail, a.at AS happened_at
FROM audit_link l LEFT JOIN audit a ON a.audit_id = l.audit_id ORDER BY l.seq;

-- audit_last_id: the highest number of a row.
-- pool: staff owner
-- tenant: the trail is one for the whole installation
-- out: audit_id int
SELECT COALESCE(MAX(audit_id), 0) AS audit_id FROM audit;

-- audit_late: rows with numbers in (after, upto] that are not chained, though they are older than an hour.
-- pool: owner
-- in: after int, upto int, before time
-- out: audit_id int, at time
SELECT a.audit_id, a.at FROM audit a LEFT JOIN audit_link l ON l.audit_id = a.audit_id
WHERE a.audit_id > :after AND a.audit_id <= :upto AND l.audit_id IS NULL AND a.at < :before ORDER BY a.audit_id;

-- audit_anchors: the ends of the chain that were mailed, oldest first.
-- pool: owner
-- out: anchor_on text, seq int, hash bytes
SELECT anchor_on, seq, hash FROM audit_anchor ORDER BY seq, anchor_on;

-- audit_anchor_has: whether a day has its anchor.
-- pool: owner
-- in: anchor_on text
-- out: seq int
SELECT seq FROM audit_anchor WHERE anchor_on = :anchor_on;

-- audit_anchor_add: the end of the chain of a day.
-- pool: owner
-- duplicate: another run of the jobs was quicker
-- in: anchor_on text, seq int, hash bytes, now time
INSERT INTO audit_anchor (anchor_on, seq, hash, made_at) VALUES (:anchor_on, :seq, :hash, :now);

-- audit_auditors: whom anchors are mailed to.
-- pool: staff owner
-- out: email text, name text
SELECT DISTINCT p.email, p.name FROM membership m
JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner'
JOIN person p ON p.person_id = m.person_id AND p.state = 'active'
WHERE m.role = 'auditor' ORDER BY p.email;
