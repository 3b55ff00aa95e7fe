/* contract_import.c: `soundings import reviews`: a file of records, one a line, all of it or
 * nothing. */
#include "contract_import_parts.h"

#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "audit.h"
#include "contract_import.h"
#include "import_command.h"

enum { MOST_FILE = 64 << 20 };

/* ---- Parts ----------------------------------------------------------------------------------- */

const char *import_words(struct contract_importing *im, const struct json_node *node,
	const char *key, size_t most, bool needed)
{
	const char *text = json_text(&im->reader, node, key, most, needed);

	return text ? text : "";
}

const char *import_code(struct contract_importing *im, const struct json_node *node,
	const char *key, const struct choice *choices, size_t n, const char *otherwise)
{
	const char *text = json_text(&im->reader, node, key, 64, otherwise == NULL);

	if (!text)
		return otherwise ? otherwise : "";
	if (choice_index(choices, n, text) == n)
		json_refuse(&im->reader, node->line, "\"%s\" cannot be \"%s\"", key,
			json_quote(&im->reader, text));
	return text;
}

const char *import_day(
	struct contract_importing *im, const struct json_node *node, const char *key, bool needed)
{
	const char *day = json_date(&im->reader, node, key);

	if (!day && needed)
		json_refuse(&im->reader, node->line, "\"%s\" is missing", key);
	return day;
}

int64_t import_time(
	struct contract_importing *im, const struct json_node *node, const char *key, bool needed)
{
	const char *text = json_text(&im->reader, node, key, 20, needed), *end;
	struct tm tm = { 0 };

	if (!text)
		return 0;
	end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	if (end && *end == '\0')
		return timegm(&tm);
	json_refuse(
		&im->reader, node->line, "\"%s\" is to be a time like 2026-03-02T09:14:00Z", key);
	return 0;
}

int64_t import_who(
	struct contract_importing *im, const struct json_node *node, const char *key, bool needed)
{
	const char *email = json_text(&im->reader, node, key, 254, needed);
	struct q_incident_import_person row;

	if (!email)
		return 0;
	if (!Q_ONE(im->db, incident_import_person, &row, .email = email)) {
		json_refuse(&im->reader, node->line, "nobody has the address \"%s\"",
			json_quote(&im->reader, email));
		return 0;
	}
	return row.person_id;
}

int64_t import_whose(struct contract_importing *im, const struct json_node *node, const char *key,
	const char **kind, bool needed)
{
	const char *code = json_text(&im->reader, node, key, 12, needed);
	struct q_incident_import_organisation row;

	if (!code)
		return 0;
	if (!Q_ONE(im->db, incident_import_organisation, &row, .code = code)) {
		json_refuse(&im->reader, node->line, "there is no organisation \"%s\"",
			json_quote(&im->reader, code));
		return 0;
	}
	if (kind)
		*kind = text_copy(im->tmp, row.kind);
	return row.organisation_id;
}

int64_t import_hundredths(struct contract_importing *im, const struct json_node *node,
	const char *key, bool needed, bool *given)
{
	const struct json_node *part = json_part(node, key);
	double value;

	if (given)
		*given = part != NULL;
	if (!part) {
		if (needed)
			json_refuse(&im->reader, node->line, "\"%s\" is missing", key);
		return 0;
	}
	value = json_number_value(part->value) * 100;
	if (!json_is_number(part->value) || fabs(value) > 1e11 ||
		fabs(value - round(value)) > 1e-4) {
		json_refuse(&im->reader, part->line,
			"\"%s\" must be a number with at most two decimals", key);
		return 0;
	}
	return (int64_t)llround(value);
}

bool import_known(struct contract_importing *im, const struct json_node *node, const char *key,
	struct q_contract_import_find *c)
{
	const char *reference = json_text(&im->reader, node, key, 40, true);

	if (im->reader.failed)
		return false;
	if (Q_ONE(im->db, contract_import_find, c, .reference = reference))
		return true;
	json_refuse(&im->reader, node->line, "there is no contract \"%s\" before this line",
		json_quote(&im->reader, reference));
	return false;
}

struct bytes import_token(struct contract_importing *im)
{
	uint8_t *token = NEW_ARRAY(im->tmp, uint8_t, IMPORT_BYTES);

	randombytes_buf(token, IMPORT_BYTES);
	return (struct bytes){ token, IMPORT_BYTES };
}

/* ---- Lines ----------------------------------------------------------------------------------- */

static const struct {
	const char *record, *one, *many;
	void (*import)(struct contract_importing *, const struct json_node *);
} records[] = {
	{ "aim", "aim", "aims", import_aim },
	{ "contract", "contract", "contracts", import_contract },
	{ "return", "return", "returns", import_return },
	{ "interest", "interest", "interests", import_interest },
	{ "breach", "breach", "breaches", import_breach },
	{ "panel", "panel member", "panel members", import_panel },
	{ "criteria", "template of criteria", "templates of criteria", import_criteria },
	{ "call", "call", "calls", import_call },
	{ "submission", "submission", "submissions", import_submission },
	{ "review", "review", "reviews", import_review },
	{ "group", "group", "groups", import_stakeholder_group },
	{ "proposal", "proposal", "proposals", import_proposal },
	{ "response", "response", "responses", import_proposal_response },
};

static void read_line(struct contract_importing *im, const char *line, size_t len, size_t *counts)
{
	const struct json_node *node = json_lines_read(&im->reader, line, len);
	const char *record = node ? json_text(&im->reader, node, "record", 40, true) : NULL;
	size_t i = 0;

	if (!record)
		return;
	while (i < COUNT(records) && strcmp(records[i].record, record) != 0)
		i++;
	if (i == COUNT(records)) {
		json_refuse(&im->reader, 1, "\"record\" cannot be \"%s\"",
			json_quote(&im->reader, record));
		return;
	}
	records[i].import(im, node);
	if (db_state(im->db) != DB_FINE)
		json_refuse(&im->reader, 1, "the database does not take this record");
	counts[i]++;
}

/* Each line has memory of its own. The number of the line with the fault; 0: none has. */
static int read_all(struct contract_importing *im, const char *text, size_t len, size_t *counts)
{
	const char *end = text + len;
	int number = 0;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t n = (size_t)((stop ? stop : end) - text);

		number++;
		im->tmp = talloc_new(im->ctx);
		im->reader.ctx = im->reader.scratch = im->tmp;
		db_use(im->db, im->tmp);
		if (n > 0 && !(n == 1 && *text == '\r'))
			read_line(im, text, n, counts);
		db_use(im->db, im->ctx);
		talloc_free(im->tmp);
		if (im->reader.failed)
			return number;
		text += n + 1;
	}
	return 0;
}

static json_t *counted(TALLOC_CTX *ctx, const size_t *counts)
{
	json_t *facts = NULL;

	for (size_t i = 0; i < COUNT(records); i++)
		if (counts[i] > 0)
			facts = audit_fact(
				facts, records[i].many, count_text(ctx, (int64_t)counts[i]));
	return facts;
}

int contract_import(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const char *file)
{
	size_t len, counts[COUNT(records)] = { 0 };
	const char *text = file_read(ctx, file, MOST_FILE, &len);
	struct survey_fault fault = { 0 };
	struct contract_importing im = {
		.db = db, .ctx = ctx, .conf = conf, .now = (int64_t)time(NULL)
	};
	int line;

	if (!text)
		return 1;
	im.reader.fault = &fault;
	check_today(im.now, im.today);
	line = read_all(&im, text, len, counts);
	if (line > 0) {
		db_rollback(db);
		db_clear(db);
		fprintf(stderr, "%s:%d: %s\n", file, line, fault.reason);
		return 1;
	}
	audit_program(db, ctx, AUDIT_IMPORT, "contract", "", counted(ctx, counts));
	if (!db_commit(db)) {
		fprintf(stderr, "%s: the database failed; nothing was stored\n", file);
		return 1;
	}
	for (size_t i = 0; i < COUNT(records); i++)
		if (counts[i] > 0)
			printf("%zu %s\n", counts[i],
				counts[i] == 1 ? records[i].one : records[i].many);
	return 0;
}
