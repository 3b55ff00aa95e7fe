-- proposal_respond.sql: answering a proposal: what its respondent alone may see, and where they can be reached.

-- proposal_private_add: what was sent, for who has the private link.
-- pool: public
-- tenant: proposals are the commissioner's
-- in: response_id int, proposal_id int, edit_hash bytes, sealed text
INSERT INTO proposal_private (response_id, proposal_id, edit_hash, sealed) VALUES (:response_id, :proposal_id, :edit_hash, :sealed);

-- proposal_private_of_link: what stands there now, and what was answered, as JSON.
-- pool: public
-- in: proposal_id int, edit_hash bytes
-- out: found text
SELECT proposal_private_of(:proposal_id, :edit_hash) AS found;

-- proposal_contact_add: an address, apart from the response.
-- pool: public
-- tenant: proposals are the commissioner's
-- in: response_id int, proposal_id int, email text, wants text, link text
INSERT INTO proposal_contact (response_id, proposal_id, email, wants, link) VALUES (:response_id, :proposal_id, :email, :wants, :link);

-- proposal_copies_due: who asked for a copy and has none yet.
-- pool: owner
-- in: most int
-- out: response_id int, slug text, email text, link text, ref text, sealed text
SELECT c.response_id AS response_id, p.slug AS slug, c.email AS email, c.link AS link, o.ref AS ref,
	CAST(v.sealed AS CHAR CHARACTER SET ascii) AS sealed
FROM proposal_contact c JOIN proposal p ON p.proposal_id = c.proposal_id JOIN proposal_response o ON o.response_id = c.response_id
	LEFT JOIN proposal_private v ON v.response_id = c.response_id
WHERE c.link IS NOT NULL ORDER BY c.response_id LIMIT :most;

-- proposal_copies_since: how many copies an address was sent, of whatever it is said to have answered.
-- pool: owner
-- in: email text, since time
-- out: n int
SELECT COUNT(*) AS n FROM mail WHERE recipient = :email AND made_at > :since AND kind = 'response_copy';

-- proposal_copied: the private link is not kept longer than it takes to send it.
-- pool: owner
-- in: response_id int, now time
-- untold: an address is no subject of the trail
UPDATE proposal_contact SET link = NULL, copied_at = :now WHERE response_id = :response_id AND link IS NOT NULL;
