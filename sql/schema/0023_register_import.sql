-- 0023_register_import.sql: files of the register wait where files of organisations do.

ALTER TABLE practice_import
  ADD COLUMN IF NOT EXISTS kind ENUM('organisations', 'contracts') NOT NULL DEFAULT 'organisations' COMMENT 'what is in it';
