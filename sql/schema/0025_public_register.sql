-- 0025_public_register.sql: what everybody may read: the register of contracts with values and outcomes, interests and breaches. Views alone: the
-- public user sees no table behind them.

CREATE OR REPLACE SQL SECURITY DEFINER VIEW contract_public AS
  SELECT c.contract_id, c.ref, c.reference, o.name AS organisation, c.kind, c.service, c.served, c.area, c.route, c.starts_on, c.ends_on, c.ending,
    c.status, c.value_now, c.outcome, c.decided_on, c.next_review_on
  FROM contract c JOIN organisation o ON o.organisation_id = c.organisation_id WHERE c.public = 1;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW contract_public_value AS
  SELECT v.contract_id, v.year, v.pence FROM contract_value v JOIN contract c ON c.contract_id = v.contract_id AND c.public = 1;

-- As one text: MariaDB refuses an aggregate inside a subquery over a view when its statement runs for the second time (error 1140).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW contract_public_annual AS
  SELECT v.contract_id, GROUP_CONCAT(CONCAT(v.year, '/', LPAD((v.year + 1) MOD 100, 2, '0'), ' ', v.pence DIV 100, '.', LPAD(v.pence MOD 100, 2, '0'))
    ORDER BY v.year SEPARATOR '; ') AS annual
  FROM contract_value v JOIN contract c ON c.contract_id = v.contract_id AND c.public = 1 GROUP BY v.contract_id;

-- The last decision that was confirmed, with its reasons, which say that they are published where they are typed.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW contract_public_decision AS
  SELECT v.contract_id, d.outcome, d.met_on, d.reasons
  FROM review v JOIN contract c ON c.contract_id = v.contract_id AND c.public = 1 JOIN decision d ON d.review_id = v.review_id AND d.state = 'confirmed'
  WHERE NOT EXISTS (SELECT 1 FROM review w JOIN decision e ON e.review_id = w.review_id AND e.state = 'confirmed'
    WHERE w.contract_id = v.contract_id AND (e.met_on > d.met_on OR (e.met_on = d.met_on AND e.decision_id > d.decision_id)));

-- Interests stay published for 6 years after they ended (NHS England, Managing conflicts of interest in the NHS, 2017).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW interest_public AS
  SELECT i.interest_id, p.name, i.kind, COALESCE(o.name, i.organisation_name) AS organisation, i.description, i.began_on, i.ended_on, i.declared_at
  FROM interest i JOIN person p ON p.person_id = i.person_id LEFT JOIN organisation o ON o.organisation_id = i.organisation_id
  WHERE i.ended_on IS NULL OR i.ended_on > UTC_DATE() - INTERVAL 6 YEAR;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW interest_breach_public AS
  SELECT breach_id, happened_on, what, done FROM interest_breach WHERE public = 1 AND happened_on > UTC_DATE() - INTERVAL 6 YEAR;

GRANT SELECT ON contract_public TO soundings_public;
GRANT SELECT ON contract_public_value TO soundings_public;
GRANT SELECT ON contract_public_annual TO soundings_public;
GRANT SELECT ON contract_public_decision TO soundings_public;
GRANT SELECT ON interest_public TO soundings_public;
GRANT SELECT ON interest_breach_public TO soundings_public;
