-- 0024_contract_work.sql: indexes for the list of what is to be done about contracts.

ALTER TABLE contract_action ADD KEY IF NOT EXISTS contract_action_day (due_on), ADD KEY IF NOT EXISTS contract_action_owner (owner_id, due_on);
