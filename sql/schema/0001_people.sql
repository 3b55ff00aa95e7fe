-- 0001_people.sql: organisations, the people who sign in, their sessions; and the two roles of MariaDB that the pools use.

CREATE ROLE IF NOT EXISTS soundings_public;

CREATE ROLE IF NOT EXISTS soundings_staff;

CREATE TABLE IF NOT EXISTS organisation (
	organisation_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	code VARCHAR(12) NOT NULL,
	name VARCHAR(200) NOT NULL,
	kind ENUM('commissioner', 'practice', 'provider', 'voluntary', 'council', 'other') NOT NULL,
	UNIQUE KEY organisation_code (code)
) COMMENT 'The commissioner, practices, providers, voluntary organisations: whoever asks, reports or is asked';

CREATE TABLE IF NOT EXISTS person (
	person_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	organisation_id INT UNSIGNED NOT NULL,
	email VARCHAR(254) NOT NULL COMMENT 'compared without regard to case',
	name VARCHAR(200) NOT NULL,
	password_hash VARCHAR(128) NOT NULL COMMENT 'argon2id',
	totp_secret VARBINARY(200) NOT NULL COMMENT 'sealed with secret.key',
	totp_step BIGINT NOT NULL DEFAULT 0 COMMENT 'the last one-time code that was used; it is never taken twice',
	created_at DATETIME NOT NULL,
	UNIQUE KEY person_email (email),
	KEY person_organisation (organisation_id),
	CONSTRAINT person_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) COMMENT 'People who sign in; respondents are never here';

CREATE TABLE IF NOT EXISTS person_role (
	person_id INT UNSIGNED NOT NULL,
	role ENUM('practice_member', 'provider_member', 'author', 'incident_manager', 'contract_reviewer', 'auditor',
		'administrator') NOT NULL,
	PRIMARY KEY (person_id, role),
	CONSTRAINT person_role_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) COMMENT 'What a person may do; roles add up';

CREATE TABLE IF NOT EXISTS session (
	token_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'the cookie itself is nowhere',
	person_id INT UNSIGNED NOT NULL,
	created_at DATETIME NOT NULL,
	seen_at DATETIME NOT NULL,
	KEY session_person (person_id),
	KEY session_created (created_at),
	CONSTRAINT session_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) COMMENT 'Who is signed in: idle for 15 minutes or 8 hours old is over';

CREATE TABLE IF NOT EXISTS sign_in_failure (
	failure_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	account_hash BINARY(32) NOT NULL COMMENT 'of the e-mail address as typed, in lower case, and the address it came from',
	failed_at DATETIME NOT NULL,
	KEY sign_in_failure_account (account_hash, failed_at)
) COMMENT 'Wrong passwords of the last hour: many of them make the next wait';

GRANT SELECT ON organisation TO soundings_public;

GRANT SELECT ON organisation TO soundings_staff;

GRANT SELECT, UPDATE (totp_step) ON person TO soundings_staff;

GRANT SELECT ON person_role TO soundings_staff;

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO soundings_staff;

GRANT SELECT, INSERT, DELETE ON sign_in_failure TO soundings_staff;

GRANT SELECT ON migration TO soundings_public;

GRANT SELECT ON migration TO soundings_staff;
