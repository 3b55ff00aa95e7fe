/* cli.h: the verbs of the command line. */
#ifndef CLI_H
#define CLI_H

#include "buf.h"
#include "db.h"

struct cli {
	TALLOC_CTX *ctx;
	const char *verb;
	int argc; /* arguments after the verb */
	char **argv;
	const char *given; /* the first line of the standard input, where a verb takes one */
};

/* Each returns the exit status: 0, 1 (said why on stderr), 2 (used wrongly). */
int cli_serve(struct cli *);
int cli_page(struct cli *);
int cli_migrate(struct cli *);
int cli_check(struct cli *);
int cli_user(struct cli *);
int cli_import(struct cli *);
int cli_tally(struct cli *);
int cli_audit(struct cli *);
int cli_jobs(struct cli *);
int cli_mail(struct cli *);
int cli_routes(struct cli *);
int cli_incident_moves(struct cli *);
int cli_help(struct cli *);
int cli_version(struct cli *);
void cli_print_roles(void);
#endif
