-- setup.sql: the database, its three users and their two roles. Run once as MariaDB's administrator, again without harm:
--
--	SET @database = 'soundings', @owner_password = '…', @public_password = '…', @staff_password = '…';
--	SOURCE sql/setup.sql
--
-- The tables and what each role may do with them are the migrations' (`soundings migrate`, as the owner).
-- Workers reach MariaDB over a unix socket here; for another machine, make the users for its address and REQUIRE SSL.

SET @run = CONCAT('CREATE DATABASE IF NOT EXISTS `', @database,
	'` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
EXECUTE IMMEDIATE @run;

CREATE USER IF NOT EXISTS soundings_owner@localhost;
CREATE USER IF NOT EXISTS soundings_public_worker@localhost;
CREATE USER IF NOT EXISTS soundings_staff_worker@localhost;

SET @run = CONCAT('ALTER USER soundings_owner@localhost IDENTIFIED BY ', QUOTE(@owner_password));
EXECUTE IMMEDIATE @run;
SET @run = CONCAT('ALTER USER soundings_public_worker@localhost IDENTIFIED BY ', QUOTE(@public_password));
EXECUTE IMMEDIATE @run;
SET @run = CONCAT('ALTER USER soundings_staff_worker@localhost IDENTIFIED BY ', QUOTE(@staff_password));
EXECUTE IMMEDIATE @run;

-- The owner may do everything within the one database, and pass it on to the roles; nothing outside it.
SET @run = CONCAT('GRANT ALL PRIVILEGES ON `', @database, '`.* TO soundings_owner@localhost WITH GRANT OPTION');
EXECUTE IMMEDIATE @run;

-- The first migration makes the roles too, if they are not there (CREATE ROLE wants this right even then).
GRANT CREATE USER ON *.* TO soundings_owner@localhost;
CREATE ROLE IF NOT EXISTS soundings_public;
CREATE ROLE IF NOT EXISTS soundings_staff;
GRANT soundings_public TO soundings_owner@localhost WITH ADMIN OPTION;
GRANT soundings_staff TO soundings_owner@localhost WITH ADMIN OPTION;
GRANT soundings_public TO soundings_public_worker@localhost;
GRANT soundings_staff TO soundings_staff_worker@localhost;
SET DEFAULT ROLE soundings_public FOR soundings_public_worker@localhost;
SET DEFAULT ROLE soundings_staff FOR soundings_staff_worker@localhost;
