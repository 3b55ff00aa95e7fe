/* main.c: one program, several verbs. */
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "cli.h"

static const struct verb {
	const char *name;
	int (*run)(struct cli *);
	const char *arguments, *help;
} verbs[] = {
	{ "serve", cli_serve, "--pool public|staff",
		"work for nginx on the listening socket that is file descriptor 0" },
	{ "GET", cli_page, "PATH [--as EMAIL] [--pool P]", "print the response to a request" },
	{ "POST", cli_page, "PATH [--as EMAIL] [--pool P] [--body TEXT]",
		"the same, with a form's body (name=value&...)" },
	{ "migrate", cli_migrate, "", "bring the database to this program's schema" },
	{ "check", cli_check, "", "settings, server, schema, every query, every template" },
	{ "user", cli_user,
		"add EMAIL --name NAME --role ROLE[,ROLE] [--organisation CODE] "
		"[--password-stdin]\n"
		"       invite EMAIL --name NAME --role ROLE[,ROLE] [--organisation CODE]\n"
		"       role EMAIL --organisation CODE --role ROLE[,ROLE]\n"
		"       device EMAIL",
		"make an account; prints e-mail, password and one-time-code secret (tests, demo).\n"
		"        invite: prints the link with which a person sets up their own account.\n"
		"        role: gives an account more roles, in one organisation.\n"
		"        device: prints a link for a new device, where no two administrators can "
		"agree" },
	{ "import", cli_import,
		"practices FILE [--commissioner CODE] [--yes] [--all] | organisations FILE [--yes] "
		"[--all] | incidents FILE | reviews FILE | proposals FILE | survey FILE... | "
		"responses SLUG FILE",
		"the national list of practices, or a list of our own: shows what would change, "
		"asks, "
		"stores it; take over incidents, contracts with their reviews, or proposals with "
		"their responses, from an earlier system; publish surveys; load responses (demo, "
		"tests)" },
	{ "tally", cli_tally, "[--rebuild]",
		"fold new responses and incidents into the totals; or make the totals again and "
		"compare" },
	{ "audit", cli_audit, "verify [--anchor SEQ:HASH]...",
		"is the trail whole? goes through all of it, and says what was changed" },
	{ "jobs", cli_jobs, "",
		"what a timer runs every minute: send mail, remind, end what is over" },
	{ "mail", cli_mail, "EMAIL [--subject TEXT] [--text TEXT]",
		"put a message into the outbox, to try the mail server" },
	{ "--routes", cli_routes, "", "the table of routes" },
	{ "--incident-moves", cli_incident_moves, "",
		"the table of moves: from, to, who, what it needs" },
	{ "--help", cli_help, "", "this" },
	{ "--version", cli_version, "", "the program's version" },
};

int cli_help(struct cli *cli)
{
	(void)cli;
	printf("Usage: soundings VERB ...\n\n");
	for (size_t i = 0; i < COUNT(verbs); i++)
		printf("  %s %s\n        %s\n", verbs[i].name, verbs[i].arguments, verbs[i].help);
	printf("\nSettings are read from $SOUNDINGS_CONF, by default var/soundings.conf. See "
	       "soundings(1).\nRoles:");
	cli_print_roles();
	return 0;
}

int main(int argc, char **argv)
{
	struct cli cli = {
		.argc = argc - 2, .argv = argv + 2, .verb = argc > 1 ? argv[1] : "--help"
	};
	int status = 2;

	setenv("TZ", "Europe/London", 1);
	tzset();
	signal(SIGPIPE, SIG_IGN);
	if (sodium_init() < 0)
		return 70;
	cli.ctx = must(talloc_named_const(NULL, 0, "program"));
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, cli.verb) == 0) {
			status = verbs[i].run(&cli);
			talloc_free(cli.ctx);
			return status;
		}
	fprintf(stderr, "soundings: there is no verb %s; soundings --help lists them\n", cli.verb);
	talloc_free(cli.ctx);
	return status;
}
