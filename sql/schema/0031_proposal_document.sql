-- 0031_proposal_document.sql: a document of a proposal can be removed, and its bytes with it.

-- It stays what it was, whoever asks: it can only be removed, once.
CREATE OR REPLACE TRIGGER proposal_document_stays BEFORE UPDATE ON proposal_document FOR EACH ROW
  IF NEW.document_id <> OLD.document_id OR NEW.ref <> OLD.ref OR NEW.proposal_id <> OLD.proposal_id OR NEW.title <> BINARY OLD.title
      OR NEW.name <> BINARY OLD.name OR NEW.type <> OLD.type OR NEW.size <> OLD.size OR NEW.sha256 <> OLD.sha256 OR NEW.scan <> OLD.scan
      OR NEW.added_at <> OLD.added_at OR NEW.person_id <> OLD.person_id OR OLD.removed_at IS NOT NULL
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a document stays as it was added'; END IF;

-- Bytes can be thrown away once their document is removed, and not before.
CREATE OR REPLACE VIEW proposal_document_removed AS
  SELECT b.document_id AS document_id, b.part AS part FROM proposal_document_body b
  WHERE EXISTS (SELECT 1 FROM proposal_document d WHERE d.document_id = b.document_id AND d.removed_at IS NOT NULL)
  WITH CASCADED CHECK OPTION;

GRANT SELECT, DELETE ON proposal_document_removed TO soundings_staff;
