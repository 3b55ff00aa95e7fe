-- 0032_proposal_belongs.sql: what belongs to a response is of its response's proposal, and a response that was withdrawn stays so.

-- Whoever adds it: a worker of the public pool that was taken over could add words to the figures of another proposal, have its addresses told of
-- another decision, or put its own answers behind somebody else's link.
CREATE OR REPLACE TRIGGER proposal_point_begins BEFORE INSERT ON proposal_point FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM proposal_response r WHERE r.response_id = NEW.response_id AND r.proposal_id = NEW.proposal_id)
      OR (NEW.section_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposal_section s WHERE s.section_id = NEW.section_id
        AND s.proposal_id = NEW.proposal_id))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this belongs to another proposal'; END IF;
CREATE OR REPLACE TRIGGER proposal_contact_begins BEFORE INSERT ON proposal_contact FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM proposal_response r WHERE r.response_id = NEW.response_id AND r.proposal_id = NEW.proposal_id)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this belongs to another proposal'; END IF;
CREATE OR REPLACE TRIGGER proposal_private_begins BEFORE INSERT ON proposal_private FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM proposal_response r WHERE r.response_id = NEW.response_id AND r.proposal_id = NEW.proposal_id
      AND r.edit_hash = NEW.edit_hash)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this belongs to another response'; END IF;

CREATE OR REPLACE TRIGGER proposal_response_begins BEFORE INSERT ON proposal_response FOR EACH ROW
  IF NOT JSON_VALID(NEW.answers) OR NEW.replaced_by IS NOT NULL OR NEW.duplicate_of IS NOT NULL OR NEW.campaign_id IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM proposal p WHERE p.proposal_id = NEW.proposal_id AND p.state <> 'draft')
      OR (NEW.replaces IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposal_response o WHERE o.response_id = NEW.replaces
        AND o.proposal_id = NEW.proposal_id AND o.withdrawn = 0 AND (NEW.typed_by IS NOT NULL OR o.edit_hash = NEW.edit_hash)))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this response cannot be stored'; END IF;
