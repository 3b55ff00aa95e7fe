-- audit.sql: the trail of who did what, and the chain over it.

-- audit_add: one row; 0 for nobody and for no organisation.
-- pool: staff owner
-- untold: it is the trail
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
-- untold: it is the trail
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

-- audit_batch: the last of the next rows behind a number; 0 when there are none.
-- pool: owner
-- in: after int, most int
-- out: upto int
SELECT COALESCE(MAX(b.audit_id), 0) AS upto
FROM (SELECT audit_id FROM audit WHERE audit_id > :after ORDER BY audit_id LIMIT :most) b;

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

-- audit_list: the trail, newest first; of somebody (by the e-mail address of then, or by the account), of an action, of a
-- kind of record or one record, of some days. Rows are numbered as they were added, but for requests that met: so days are
-- found by numbers that surely hold them, and then exactly. conflicted: who has a conflict of interest in a review: no rows of that.
-- pool: staff
-- tenant: the trail is one for the whole installation
-- in: conflicted int, who text, person_id int, action text, subject text, ref text, from_at time, from_id int, until_at time, until_id int
-- out: audit_id int, at time, who text, name text, organisation text, action text, subject text, ref text,
-- record text, detail text, seq int
-- sorts: newest: a.audit_id desc
-- key: a.audit_id of audit a
SELECT a.audit_id AS audit_id, a.at AS at, a.who AS who, p.name AS name, o.name AS organisation, a.action AS action,
  a.subject AS subject, a.ref AS ref, COALESCE(s.name, t.name) AS record, a.detail AS detail, l.seq AS seq
FROM audit a LEFT JOIN person p ON p.person_id = a.person_id
LEFT JOIN organisation o ON o.organisation_id = a.organisation_id LEFT JOIN audit_link l ON l.audit_id = a.audit_id
LEFT JOIN person s ON a.subject = 'person' AND s.ref = CONVERT(a.ref USING ascii) COLLATE ascii_bin
LEFT JOIN organisation t ON a.subject = 'organisation' AND t.code = a.ref COLLATE utf8mb4_unicode_ci
WHERE 1 = 1 [who? AND a.who = :who] [person_id? AND a.person_id = :person_id] [action? AND a.action = :action]
  [subject? AND a.subject = :subject] [ref? AND a.ref = :ref]
  [from_at? AND a.audit_id >= :from_id AND a.at + INTERVAL 0 SECOND >= :from_at]
  [until_at? AND a.audit_id <= :until_id AND a.at + INTERVAL 0 SECOND < :until_at]
  [conflicted? AND NOT EXISTS (SELECT 1 FROM review_declaration d JOIN review v ON v.review_id = d.review_id
    WHERE d.person_id = :conflicted AND d.conflict = 1 AND (LOCATE(v.ref, a.ref) > 0 OR LOCATE(v.ref, a.detail) > 0
      OR EXISTS (SELECT 1 FROM decision e WHERE e.review_id = v.review_id AND e.ref = CONVERT(a.ref USING ascii) COLLATE ascii_bin)))] [page];

-- audit_conflicts: in how many reviews somebody has a conflict of interest.
-- pool: staff
-- tenant: one's own alone
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM review_declaration WHERE person_id = :person_id AND conflict = 1;

-- audit_first_since: the first row of a time or after it.
-- pool: staff
-- tenant: the trail is one for the whole installation
-- in: at time
-- out: audit_id int
SELECT audit_id FROM audit WHERE at >= :at ORDER BY at, audit_id LIMIT 1;

-- audit_last_before: the last row before a time.
-- pool: staff
-- tenant: the trail is one for the whole installation
-- in: at time
-- out: audit_id int
SELECT audit_id FROM audit WHERE at < :at ORDER BY at DESC, audit_id DESC LIMIT 1;

-- audit_people: whom a name means: its beginning, or the beginning of one of its words. pattern is one of LIKE.
-- pool: staff
-- tenant: who watches the trail watches everybody
-- in: pattern text, most int
-- out: person_id int, name text, email text
SELECT p.person_id AS person_id, p.name AS name, p.email AS email FROM (
  (SELECT person_id FROM person WHERE name LIKE :pattern LIMIT 100)
  UNION (SELECT subject_id FROM search_word WHERE subject = 'person' AND word LIKE :pattern LIMIT 100)) f
JOIN person p ON p.person_id = f.person_id ORDER BY p.name, p.person_id LIMIT :most;

-- audit_anchor_list: anchors, newest first; fits: the chain still has this hash there.
-- pool: staff
-- tenant: the trail is one for the whole installation
-- in: most int
-- out: anchor_on text, seq int, hash bytes, made_at time, fits int
SELECT n.anchor_on AS anchor_on, n.seq AS seq, n.hash AS hash, n.made_at AS made_at,
  COALESCE(l.hash = n.hash, 0) AS fits
FROM audit_anchor n LEFT JOIN audit_link l ON l.seq = n.seq ORDER BY n.anchor_on DESC LIMIT :most;

-- audit_verified: the newest row that `soundings audit verify` left.
-- pool: staff
-- tenant: the trail is one for the whole installation
-- out: at time, detail text
SELECT at, detail FROM audit WHERE subject = 'audit' AND ref = 'verify' AND person_id IS NULL AND who = 'soundings'
ORDER BY audit_id DESC LIMIT 1;
