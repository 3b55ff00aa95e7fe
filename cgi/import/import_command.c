/* import_command.c: lists of organisations on the command line: what would change, then storing it.
 */
#include "import_command.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "import_plan.h"

enum { SHOWN = 20, TRIES = 5 };

char *file_read(TALLOC_CTX *ctx, const char *file, size_t most, size_t *len)
{
	FILE *in = fopen(file, "rb");
	struct buf text = { .ctx = ctx };
	char part[16384];
	size_t n;

	if (!in) {
		fprintf(stderr, "%s: %s\n", file, strerror(errno));
		return NULL;
	}
	while ((n = fread(part, 1, sizeof part, in)) > 0 && text.len <= most)
		buf_add(&text, part, n);
	if (ferror(in) || text.len > most) {
		fprintf(stderr, "%s: %s\n", file,
			text.len > most ? "the file is too large" : "it cannot be read");
		fclose(in);
		return NULL;
	}
	fclose(in);
	buf_add(&text, "", 1);
	*len = text.len - 1;
	return text.data;
}

/* ---- The plan, in words ------------------------------------------------------------------------
 */

/* How many of n are shown; says so when it is not all. */
static size_t shown(const struct import_order *order, size_t n)
{
	return order->all || n <= SHOWN + 1 ? n : SHOWN;
}

static void print_rest(const struct import_order *order, size_t n)
{
	if (shown(order, n) < n)
		printf("  and %zu more: --all shows them\n", n - shown(order, n));
}

static void print_items(TALLOC_CTX *ctx, const struct import_order *order,
	const struct import_plan *plan, enum import_fate fate, const char *heading)
{
	size_t n = 0;

	if (plan->counts[fate] == 0)
		return;
	printf("\n%s\n", heading);
	for (size_t i = 0; i < plan->listing->n && n < shown(order, plan->counts[fate]); i++) {
		const struct import_item *item = &plan->items[i];

		if (item->fate != fate)
			continue;
		printf("  %-10s %s\n", item->row->code, item->name);
		for (size_t k = 0; fate != IMPORT_NEW && k < item->n_changes; k++)
			printf("             %s\n", import_change_text(ctx, &item->changes[k]));
		n++;
	}
	print_rest(order, plan->counts[fate]);
}

static void print_absent(const struct import_order *order, const struct import_plan *plan)
{
	if (plan->n_absent > 0)
		printf("\nHere, open, and not in this file: nothing is done to them, look at them "
		       "by hand\n");
	for (size_t i = 0; i < shown(order, plan->n_absent); i++)
		printf("  %-10s %s\n", plan->absent[i].code, plan->absent[i].name);
	print_rest(order, plan->n_absent);
}

static void print_faults(const struct import_order *order, const struct listing *list)
{
	if (list->n_faults > 0)
		printf("\nLines that are left out\n");
	for (size_t i = 0; i < shown(order, list->n_faults); i++)
		printf("  line %u: %s\n", list->faults[i].line, list->faults[i].reason);
	print_rest(order, list->n_faults);
}

static void print_count(TALLOC_CTX *ctx, size_t n, const char *words)
{
	if (n > 0)
		printf("; %s %s", count_text(ctx, (int64_t)n), words);
}

static void print_plan(
	TALLOC_CTX *ctx, const struct import_order *order, const struct import_plan *plan)
{
	print_items(ctx, order, plan, IMPORT_NEW, "New");
	print_items(ctx, order, plan, IMPORT_CHANGED, "Changed");
	print_items(ctx, order, plan, IMPORT_CLOSED, "Closed");
	print_absent(order, plan);
	print_faults(order, plan->listing);
	if (plan->n_groups > 0)
		printf("\nNew localities and peer groups\n");
	for (size_t i = 0; i < plan->n_groups; i++)
		printf("  %s\n", plan->groups[i]);
	if (plan->listing->unread)
		printf("\nColumns that are not read: %s\n", plan->listing->unread);
	printf("\n%s: %s", order->file, import_summary(ctx, plan));
	print_count(ctx, plan->counts[IMPORT_SAME], "as they were");
	print_count(ctx, plan->counts[IMPORT_NEVER_HAD], "closed before we had them, left out");
	print_count(ctx, plan->listing->n_faults,
		plan->listing->n_faults == 1 ? "line left out" : "lines left out");
	printf("\n");
}

/* ---- Storing -----------------------------------------------------------------------------------
 */

/* Does somebody at the terminal say yes? */
static bool agreed(const struct import_order *order)
{
	char answer[8];

	if (order->yes)
		return true;
	if (!isatty(STDIN_FILENO)) {
		printf("Nothing was stored: --yes stores these changes\n");
		return false;
	}
	printf("Store these changes? [y/N] ");
	fflush(stdout);
	if (!fgets(answer, sizeof answer, stdin) || tolower((unsigned char)answer[0]) != 'y') {
		printf("Nothing was stored\n");
		return false;
	}
	return true;
}

static int complain(struct db *db, const struct import_order *order, const char *sentence)
{
	db_rollback(db);
	fprintf(stderr, "%s: %s\n", order->file, sentence);
	return 1;
}

static char *upper(TALLOC_CTX *ctx, const char *text)
{
	char *copy = text_copy(ctx, text ? text : "");

	for (char *c = copy; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return copy;
}

static struct import_plan *make_plan(struct db *db, TALLOC_CTX *ctx,
	const struct import_order *order, const char *text, size_t len)
{
	struct listing *list = order->national ? practice_list_read(ctx, text, len)
					       : organisation_list_read(ctx, text, len);

	return import_plan_make(db, ctx, list, upper(ctx, order->commissioner));
}

/* Nobody waits for who thinks about an answer: what is agreed to is compared again in the
 * transaction that stores it, and shown again when it is not the same any more. */
int import_organisations(struct db *db, TALLOC_CTX *ctx, const struct import_order *order)
{
	const char *name = strrchr(order->file, '/'), *failed = "the database failed";
	struct import_plan *plan;
	char mark[sizeof plan->mark] = "";
	size_t len;
	const char *text = file_read(ctx, order->file, LISTING_BYTES, &len);

	if (!text)
		return 1;
	for (int tries = 0; tries < TRIES;) {
		plan = make_plan(db, ctx, order, text, len);
		if (plan->refused)
			return complain(db, order, plan->refused);
		if (db_state(db) == DB_FINE && strcmp(mark, plan->mark) != 0) {
			print_plan(ctx, order, plan);
			db_rollback(db);
			if (import_plan_is_empty(plan))
				/* Not one line that could be used: somebody should look. */
				return import_plan_is_useless(plan);
			if (!agreed(order))
				return 1;
			memcpy(mark, plan->mark, sizeof mark);
			continue;
		}
		if (db_state(db) == DB_FINE)
			import_plan_store(db, NULL, ctx, &(struct audit_actor){ 0 }, plan,
				name ? name + 1 : order->file);
		if (db_commit(db)) {
			printf("Stored\n");
			return 0;
		}
		if (db_state(db) != DB_AGAIN)
			break;
		db_rollback(db);
		db_clear(db);
		tries++;
	}
	return complain(db, order, failed);
}
