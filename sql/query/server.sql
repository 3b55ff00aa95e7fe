-- server_settings: what must hold on a server before it is trusted with an answer (design.md, The database).
-- pool: public staff owner
-- out: flush_log int, snapshot_isolation int, rollback_on_timeout int, local_infile int, log_bin int, sync_binlog int, annotate_rows int, strict int
SELECT @@innodb_flush_log_at_trx_commit AS flush_log, @@innodb_snapshot_isolation AS snapshot_isolation,
	@@innodb_rollback_on_timeout AS rollback_on_timeout, @@local_infile AS local_infile,
	@@log_bin AS log_bin, @@sync_binlog AS sync_binlog, @@binlog_annotate_row_events AS annotate_rows,
	@@sql_mode LIKE '%STRICT_ALL_TABLES%' AS strict;
