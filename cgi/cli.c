/* cli.c: what each verb does with its arguments; the work is done by the modules. */
#include "cli.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "access.h"
#include "account.h"
#include "audit.h"
#include "audit_chain.h"
#include "conf.h"
#include "contract_import.h"
#include "fcgi.h"
#include "file_type.h"
#include "import_command.h"
#include "incident_fold.h"
#include "incident_import.h"
#include "incident_state.h"
#include "form.h"
#include "mail.h"
#include "migrate.h"
#include "password.h"
#include "person.h"
#include "proposal_fold.h"
#include "routes.h"
#include "scanner.h"
#include "session.h"
#include "survey.h"

#define VERSION "0.1"

enum { TRIES = 20 }; /* of a transaction */

static int misused(const char *sentence)
{
	fprintf(stderr, "soundings: %s (soundings --help)\n", sentence);
	return 2;
}

/* The word after --name, or NULL. */
static const char *option(const struct cli *cli, const char *name)
{
	for (int i = 0; i + 1 < cli->argc; i++)
		if (strcmp(cli->argv[i], name) == 0)
			return cli->argv[i + 1];
	return NULL;
}

static bool has_flag(const struct cli *cli, const char *name)
{
	for (int i = 0; i < cli->argc; i++)
		if (strcmp(cli->argv[i], name) == 0)
			return true;
	return false;
}

static enum pool pool_named(const char *name)
{
	if (!name)
		return 0;
	return strcmp(name, "public") == 0  ? POOL_PUBLIC
	       : strcmp(name, "staff") == 0 ? POOL_STAFF
					    : 0;
}

/* Settings, and a database handle that makes its first results in the program's own memory. */
static struct db *open_db(struct cli *cli, const struct conf *conf, enum pool pool)
{
	struct db *db = db_new(cli->ctx, conf, pool);

	db_use(db, cli->ctx);
	return db;
}

static bool load_templates(const struct conf *conf)
{
	return tpl_load_all(conf_get(conf, "templates", "build/templates"));
}

int cli_serve(struct cli *cli)
{
	enum pool pool = pool_named(option(cli, "--pool"));
	const struct conf *conf = conf_load(cli->ctx);
	struct server server = { .conf = conf, .pool = pool };

	if (!pool)
		return misused("serve needs --pool public or --pool staff");
	if (!conf || !load_templates(conf))
		return 1;
	server.db = open_db(cli, conf, pool);
	/* A server that is away may come back; one that is not durable or strict must never be
	 * given an answer. */
	db_check(server.db);
	if (db_is_unfit(server.db))
		return 1;
	db_clear(server.db);
	return fcgi_serve(&server);
}

static bool sink_stdout(struct sink *sink, const void *bytes, size_t len)
{
	(void)sink;
	return fwrite(bytes, 1, len, stdout) == len;
}

/* --as: who the request is from; false when the address has no account. */
static bool find_person(
	struct cli *cli, const struct conf *conf, const char *email, const struct person **out)
{
	struct db *db = open_db(cli, conf, POOL_STAFF);
	struct q_person_by_email row;

	if (Q_ONE(db, person_by_email, &row, .email = email))
		*out = person_get(db, cli->ctx, row.person_id, 0, NULL);
	db_rollback(db);
	return *out != NULL;
}

static enum pool pool_of_path(struct cli *cli, enum method method, const char *uri)
{
	char *path = path_decode(cli->ctx, uri, strcspn(uri, "?"));
	const char *args[4];
	bool other;

	return path && route_find(POOL_PUBLIC, method, cli->ctx, path, args, &other) ? POOL_PUBLIC
										     : POOL_STAFF;
}

int cli_page(struct cli *cli)
{
	const char *email = option(cli, "--as"), *body = option(cli, "--body");
	struct input in = { .method = cli->verb,
		.content_type = "application/x-www-form-urlencoded",
		.body = body ? body : "",
		.run_by = audit_operator(cli->ctx) };
	const struct conf *conf = conf_load(cli->ctx);
	struct server server = { .conf = conf, .pool = pool_named(option(cli, "--pool")) };
	struct sink sink = { sink_stdout, NULL };
	struct buf head = { .ctx = cli->ctx };
	struct req *r;

	if (cli->argc < 1 || cli->argv[0][0] != '/')
		return misused("GET and POST need a path");
	if (!conf || !load_templates(conf))
		return 1;
	in.uri = cli->argv[0];
	in.body_len = strlen(in.body);
	if (email && !find_person(cli, conf, email, &in.as)) {
		fprintf(stderr, "soundings: nobody has the e-mail address %s\n", email);
		return 1;
	}
	if (!server.pool)
		server.pool =
			email ? POOL_STAFF
			      : pool_of_path(cli,
					strcmp(cli->verb, "GET") == 0 ? METHOD_GET : METHOD_POST,
					in.uri);
	server.db = open_db(cli, conf, server.pool);
	r = serve(&server, cli->ctx, &in);
	serve_head(r, &head);
	fwrite(head.data, 1, head.len, stdout);
	if (r->stream)
		return serve_stream(r, &sink) ? 0 : 1;
	fwrite(buf_text(&r->content), 1, r->content.len, stdout);
	return r->status < 500 ? 0 : 1;
}

int cli_migrate(struct cli *cli)
{
	const struct conf *conf = conf_load(cli->ctx);

	return conf ? migrate(open_db(cli, conf, POOL_OWNER), cli->ctx,
			      conf_get(conf, "schema", "sql/schema"))
		    : 1;
}

int cli_check(struct cli *cli)
{
	static const enum pool pools[] = { POOL_OWNER, POOL_STAFF, POOL_PUBLIC };
	const struct conf *conf = conf_load(cli->ctx);
	bool fine;

	if (!conf)
		return 1;
	fine = load_templates(conf);
	if (!password_dictionary()) {
		fprintf(stderr, "soundings: the dictionary of common passwords is missing "
				"(package cracklib-runtime)\n");
		fine = false;
	}
	if (!file_magic(cli->ctx, (struct bytes){ (const uint8_t *)"%PDF-1.4", 8 })) {
		fprintf(stderr, "soundings: the types of files cannot be told (package "
				"libmagic-mgc)\n");
		fine = false;
	}
	fine &= scanner_check(conf);
	for (size_t i = 0; i < COUNT(pools); i++) {
		struct db *db = open_db(cli, conf, pools[i]);
		if (!db_check(db)) {
			fine = false;
			continue;
		}
		fine &= pools[i] != POOL_OWNER ||
			migrate_is_current(db, cli->ctx, conf_get(conf, "schema", "sql/schema"));
		fine &= db_check_queries(db) == 0;
	}
	printf(fine ? "%zu queries, %d templates, %zu routes: all is well\n"
		    : "not everything is well\n",
		n_db_queries, T_COUNT, n_routes);
	return fine ? 0 : 1;
}

/* What a verb added to the trail. It is committed: the jobs chain it, if it cannot be done now. */
static int chained(struct cli *cli, struct db *db, int status)
{
	db_clear(db);
	audit_link(db, cli->ctx);
	return status;
}

typedef int verb_function(struct cli *, struct db *, const struct conf *);

/* A verb that writes, in one transaction that it commits itself: again as often as the database
 * asks for it, as serve() does with a page. Nothing may be printed before the commit but
 * complaints. */
static int write_once(struct cli *cli, verb_function *verb)
{
	const struct conf *conf = conf_load(cli->ctx);
	struct db *db;
	int status;

	if (!conf)
		return 1;
	db = open_db(cli, conf, POOL_OWNER);
	for (int tries = 1;; tries++) {
		status = verb(cli, db, conf);
		if (db_state(db) != DB_AGAIN || tries == TRIES)
			break;
		db_clear(db);
		usleep(1000 + randombytes_uniform(20000) * (unsigned)tries);
	}
	if (db_state(db) != DB_FINE) {
		fprintf(stderr, "soundings: the database did not answer; nothing was stored\n");
		status = 1;
	}
	return chained(cli, db, status);
}

static struct account_order order_of(const struct cli *cli)
{
	return (struct account_order){ .email = cli->argv[1],
		.name = option(cli, "--name"),
		.roles = option(cli, "--role"),
		.organisation = option(cli, "--organisation"),
		.password = cli->given };
}

static int user_add(struct cli *cli, struct db *db, const struct conf *conf)
{
	struct account_order order = order_of(cli);

	return account_add(db, cli->ctx, conf, &order);
}

static int user_invite(struct cli *cli, struct db *db, const struct conf *conf)
{
	struct account_order order = order_of(cli);

	return person_command_invite(db, cli->ctx, conf, &order);
}

static int user_role(struct cli *cli, struct db *db, const struct conf *conf)
{
	struct account_order order = order_of(cli);

	return person_command_role(db, cli->ctx, conf, &order);
}

static int user_device(struct cli *cli, struct db *db, const struct conf *conf)
{
	struct account_order order = order_of(cli);

	return person_command_device(db, cli->ctx, conf, &order);
}

/* Longer than any password may be, so that a cut one is refused, not kept. */
static const char *first_line(TALLOC_CTX *ctx)
{
	char line[1024] = "";

	if (!fgets(line, sizeof line, stdin))
		return "";
	line[strcspn(line, "\r\n")] = '\0';
	return text_copy(ctx, line);
}

static const struct {
	const char *name;
	verb_function *run;
	bool named, roles, organisation; /* needs --name, --role, --organisation */
	const char *needs;
} user_verbs[] = {
	{ "add", user_add, true, true, false, "user add needs EMAIL, --name and --role" },
	{ "invite", user_invite, true, true, false, "user invite needs EMAIL, --name and --role" },
	{ "role", user_role, false, true, true,
		"user role needs EMAIL, --organisation and --role" },
	{ "device", user_device, false, false, false, "user device needs EMAIL" },
};

int cli_user(struct cli *cli)
{
	const char *what = cli->argc > 0 ? cli->argv[0] : "";
	size_t i = 0;

	while (i < COUNT(user_verbs) && strcmp(user_verbs[i].name, what) != 0)
		i++;
	if (i == COUNT(user_verbs))
		return misused("user needs add, invite, role or device");
	if (cli->argc < 2 || (user_verbs[i].named && !option(cli, "--name")) ||
		(user_verbs[i].roles && !option(cli, "--role")) ||
		(user_verbs[i].organisation && !option(cli, "--organisation")))
		return misused(user_verbs[i].needs);
	if (has_flag(cli, "--password-stdin"))
		cli->given = first_line(cli->ctx);
	return write_once(cli, user_verbs[i].run);
}

static bool is_list(const char *what)
{
	return strcmp(what, "practices") == 0 || strcmp(what, "organisations") == 0;
}

/* One reader for both: a review may judge a proposal. */
static bool is_records(const char *what)
{
	return strcmp(what, "reviews") == 0 || strcmp(what, "proposals") == 0;
}

static int import_list(struct cli *cli, struct db *db)
{
	struct import_order order = { .file = cli->argv[1],
		.national = strcmp(cli->argv[0], "practices") == 0,
		.commissioner = option(cli, "--commissioner"),
		.yes = has_flag(cli, "--yes"),
		.all = has_flag(cli, "--all") };

	return import_organisations(db, cli->ctx, &order);
}

static int import_responses(struct cli *cli, struct db *db, const struct conf *conf)
{
	(void)conf;
	return survey_import_responses(db, cli->ctx, cli->argv[1], cli->argv[2]);
}

int cli_import(struct cli *cli)
{
	const char *what = cli->argc > 0 ? cli->argv[0] : "";
	const struct conf *conf;
	struct db *db;
	int status = 0;

	if (!(strcmp(what, "survey") == 0 && cli->argc > 1) &&
		!(strcmp(what, "responses") == 0 && cli->argc == 3) &&
		!(strcmp(what, "incidents") == 0 && cli->argc == 2) &&
		!(is_records(what) && cli->argc == 2) &&
		!(is_list(what) && cli->argc > 1 && cli->argv[1][0] != '-'))
		return misused(
			"import needs practices FILE, organisations FILE, incidents FILE, "
			"reviews FILE, proposals FILE, survey FILE... or responses SLUG FILE");
	if (strcmp(what, "responses") == 0)
		return write_once(cli, import_responses);
	conf = conf_load(cli->ctx);
	if (!conf)
		return 1;
	db = open_db(cli, conf, POOL_OWNER);
	if (is_list(what))
		return chained(cli, db, import_list(cli, db));
	if (strcmp(what, "incidents") == 0)
		return chained(cli, db, incident_import(db, cli->ctx, cli->argv[1]));
	if (is_records(what))
		return chained(cli, db, contract_import(db, cli->ctx, conf, cli->argv[1]));
	for (int i = 1; i < cli->argc; i++)
		status |= survey_import(db, cli->ctx, cli->argv[i]);
	return chained(cli, db, status);
}

int cli_tally(struct cli *cli)
{
	const struct conf *conf = conf_load(cli->ctx);
	struct db *db;
	int status;

	if (!conf)
		return 1;
	db = open_db(cli, conf, POOL_OWNER);
	status = tally_command(db, cli->ctx, has_flag(cli, "--rebuild"));
	status |= fold_tally(db, cli->ctx, &incident_fold, has_flag(cli, "--rebuild"));
	status |= fold_tally(db, cli->ctx, &proposal_fold, has_flag(cli, "--rebuild"));
	return chained(cli, db, status);
}

/* `audit verify [--anchor SEQ:HASH]...` */
int cli_audit(struct cli *cli)
{
	struct audit_given *given = NEW_ARRAY(cli->ctx, struct audit_given, cli->argc + 1);
	const struct conf *conf;
	size_t n = 0;

	if (cli->argc < 1 || strcmp(cli->argv[0], "verify") != 0)
		return misused("audit needs verify");
	for (int i = 1; i < cli->argc; i += 2)
		if (strcmp(cli->argv[i], "--anchor") != 0 || i + 1 == cli->argc ||
			!audit_given_read(cli->argv[i + 1], &given[n++]))
			return misused("audit verify takes --anchor SEQ:HASH, as the message has "
				       "it");
	conf = conf_load(cli->ctx);
	return conf ? audit_verify(open_db(cli, conf, POOL_OWNER), cli->ctx, given, n) : 1;
}

static int mail_test_message(struct cli *cli, struct db *db, const struct conf *conf)
{
	const char *subject = option(cli, "--subject"), *text = option(cli, "--text");
	struct mail m = { .kind = MAIL_TEST,
		.recipient = cli->argv[0],
		.subject = subject ? subject : MAIL_TEST_SUBJECT,
		.body = text ? text : MAIL_TEST_TEXT };

	mail_add(db, cli->ctx, conf, &m, time(NULL));
	return db_commit(db) ? 0 : 1;
}

int cli_mail(struct cli *cli)
{
	if (cli->argc < 1 || !check_email(cli->argv[0]))
		return misused("mail needs an e-mail address");
	return write_once(cli, mail_test_message);
}

int cli_routes(struct cli *cli)
{
	struct buf who;

	for (size_t i = 0; i < n_routes; i++) {
		who = (struct buf){ .ctx = cli->ctx };
		if (routes[i].who == WHO_EVERYONE || routes[i].who == WHO_SIGNED_IN)
			buf_adds(&who, routes[i].who == WHO_EVERYONE ? "everyone" : "signed_in");
		else
			for (size_t k = 0; role_code(k); k++)
				if (routes[i].who & role_bit(k))
					buf_addf(&who, "%s%s", who.len ? "," : "", role_code(k));
		if (routes[i].who & OF_COMMISSIONER)
			buf_adds(&who, " of_commissioner");
		unsigned pools = routes[i].pools & (POOL_PUBLIC | POOL_STAFF);

		printf("%s\t%s\t%s\t%s\n", routes[i].method == METHOD_GET ? "GET" : "POST",
			routes[i].path,
			pools == POOL_PUBLIC  ? "public"
			: pools == POOL_STAFF ? "staff"
					      : "public,staff",
			buf_text(&who));
	}
	return 0;
}

int cli_incident_moves(struct cli *cli)
{
	for (size_t i = 0; i < n_incident_ways; i++)
		for (size_t from = 0; from < INCIDENT_STATES; from++)
			if (incident_ways[i].from & 1u << from)
				printf("%s\t%s\t%s\t%s\n", incident_states[from].code,
					incident_states[incident_ways[i].to].code,
					incident_movers[incident_ways[i].mover].code,
					incident_needs_words(cli->ctx, incident_ways[i].needs));
	return 0;
}

int cli_version(struct cli *cli)
{
	(void)cli;
	printf("soundings " VERSION "\n");
	return 0;
}

void cli_print_roles(void)
{
	for (size_t i = 0; role_code(i); i++)
		printf(" %s", role_code(i));
	printf("\n");
}
