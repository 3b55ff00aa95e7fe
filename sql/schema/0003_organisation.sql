-- 0003_organisation.sql: what organisations are grouped by, how many people they look after, and what became of them.

CREATE TABLE IF NOT EXISTS organisation_group (
  group_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind ENUM('locality', 'peer_group') NOT NULL,
  name VARCHAR(100) NOT NULL,
  UNIQUE KEY organisation_group_name (kind, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Localities (by geography) and peer groups (by demographics) of practices';

ALTER TABLE organisation
  ADD COLUMN IF NOT EXISTS locality_id INT UNSIGNED NULL,
  ADD COLUMN IF NOT EXISTS peer_group_id INT UNSIGNED NULL,
  ADD COLUMN IF NOT EXISTS commissioner_code VARCHAR(12) NOT NULL DEFAULT '' COMMENT 'as the national list has it',
  ADD COLUMN IF NOT EXISTS address VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'one line, without the postcode',
  ADD COLUMN IF NOT EXISTS postcode VARCHAR(8) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS telephone VARCHAR(30) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS email VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'of the organisation, not of a person',
  ADD COLUMN IF NOT EXISTS opened_on DATE NULL,
  ADD COLUMN IF NOT EXISTS closed_on DATE NULL COMMENT 'NULL: not closed',
  ADD COLUMN IF NOT EXISTS patients INT UNSIGNED NULL COMMENT 'the newest of list_size, for lists',
  ADD COLUMN IF NOT EXISTS successor_id INT UNSIGNED NULL COMMENT 'merged into; always the one that goes on (never a chain)',
  ADD COLUMN IF NOT EXISTS row_version INT UNSIGNED NOT NULL DEFAULT 1;

-- One for each order of the list of organisations, and for each order of each filter. (The unique key of the code does not count
-- as one in order of code and id.)
ALTER TABLE organisation
  ADD KEY IF NOT EXISTS organisation_name (name, organisation_id),
  ADD KEY IF NOT EXISTS organisation_kind (kind, name),
  ADD KEY IF NOT EXISTS organisation_locality (locality_id, name),
  ADD KEY IF NOT EXISTS organisation_peer_group (peer_group_id, name),
  ADD KEY IF NOT EXISTS organisation_kind_code (kind, code),
  ADD KEY IF NOT EXISTS organisation_kind_patients (kind, patients),
  ADD KEY IF NOT EXISTS organisation_kind_opened (kind, opened_on),
  ADD KEY IF NOT EXISTS organisation_locality_code (locality_id, code),
  ADD KEY IF NOT EXISTS organisation_locality_patients (locality_id, patients),
  ADD KEY IF NOT EXISTS organisation_locality_opened (locality_id, opened_on),
  ADD KEY IF NOT EXISTS organisation_peer_group_code (peer_group_id, code),
  ADD KEY IF NOT EXISTS organisation_peer_group_patients (peer_group_id, patients),
  ADD KEY IF NOT EXISTS organisation_peer_group_opened (peer_group_id, opened_on),
  ADD KEY IF NOT EXISTS organisation_closed (closed_on, name),
  ADD KEY IF NOT EXISTS organisation_patients (patients, organisation_id),
  ADD KEY IF NOT EXISTS organisation_opened (opened_on, organisation_id),
  ADD KEY IF NOT EXISTS organisation_code_order (code, organisation_id),
  ADD KEY IF NOT EXISTS organisation_successor (successor_id);

ALTER TABLE organisation
  ADD CONSTRAINT organisation_locality FOREIGN KEY IF NOT EXISTS (locality_id) REFERENCES organisation_group (group_id);
ALTER TABLE organisation
  ADD CONSTRAINT organisation_peer_group FOREIGN KEY IF NOT EXISTS (peer_group_id) REFERENCES organisation_group (group_id);
ALTER TABLE organisation
  ADD CONSTRAINT organisation_successor FOREIGN KEY IF NOT EXISTS (successor_id) REFERENCES organisation (organisation_id);

CREATE TABLE IF NOT EXISTS list_size (
  organisation_id INT UNSIGNED NOT NULL,
  counted_on DATE NOT NULL,
  patients INT UNSIGNED NOT NULL,
  PRIMARY KEY (organisation_id, counted_on),
  CONSTRAINT list_size_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Registered patients of a practice on a day';

ALTER TABLE organisation_group ADD COLUMN IF NOT EXISTS row_version INT UNSIGNED NOT NULL DEFAULT 1;

CREATE TABLE IF NOT EXISTS organisation_merge (
  organisation_id INT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'the one that ended',
  into_id INT UNSIGNED NOT NULL COMMENT 'as it was chosen then; organisation.successor_id is where that leads by now',
  merged_on DATE NOT NULL,
  closed_before DATE NULL COMMENT 'it had closed before it was merged',
  KEY organisation_merge_into (into_id),
  CONSTRAINT organisation_merge_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT organisation_merge_into FOREIGN KEY (into_id) REFERENCES organisation (organisation_id),
  CONSTRAINT organisation_merge_two CHECK (organisation_id <> into_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Each merge as it was made, so that it can be undone however many followed it';

CREATE TABLE IF NOT EXISTS organisation_merge_member (
  organisation_id INT UNSIGNED NOT NULL COMMENT 'the one that ended',
  person_id INT UNSIGNED NOT NULL,
  role VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (organisation_id, person_id, role),
  CONSTRAINT organisation_merge_member_merge FOREIGN KEY (organisation_id) REFERENCES organisation_merge (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Memberships that a merge gave: what undoing it takes away';

CREATE TABLE IF NOT EXISTS search_word (
  subject ENUM('organisation', 'person') NOT NULL,
  word VARCHAR(40) NOT NULL,
  subject_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (subject, word, subject_id),
  KEY search_word_subject (subject, subject_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
  COMMENT = 'The words that lists are searched by; a cache, made again whenever its subject is stored';

CREATE TABLE IF NOT EXISTS practice_import (
  import_id BINARY(16) NOT NULL PRIMARY KEY COMMENT 'random',
  person_id INT UNSIGNED NOT NULL COMMENT 'who sent the file; nobody else may store it',
  commissioner_code VARCHAR(12) NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  body MEDIUMBLOB NOT NULL COMMENT 'the file''s lines that matter',
  made_at DATETIME NOT NULL,
  KEY practice_import_made (made_at),
  CONSTRAINT practice_import_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'A list of practices between being sent and being stored: somebody looks at the changes first';

ALTER TABLE practice_import
  ADD COLUMN IF NOT EXISTS stored_at DATETIME NULL COMMENT 'so that pressing the button twice is no mistake';

ALTER TABLE organisation
  ADD KEY IF NOT EXISTS organisation_commissioner (commissioner_code, code);

GRANT SELECT ON organisation_group TO soundings_public;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_group TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON organisation TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON list_size TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_word TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_import TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON organisation_merge TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON organisation_merge_member TO soundings_staff;
