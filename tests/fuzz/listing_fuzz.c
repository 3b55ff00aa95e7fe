/* listing_fuzz.c: lists of organisations of any bytes: rows in order, each code once, texts that
 * may go into the database and onto a page; and the same again after the way between two requests.
 */
#include "fuzz.h"
#include "listing.h"

static void check_text(const char *text, size_t most)
{
	ASSERT(!text || (fuzz_is_clean(text) && text_length(text) <= most));
}

static void check_rows(const struct listing *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct listed *row = &list->rows[i];

		ASSERT(*row->code && strlen(row->code) <= 12 && row->line > 0);
		ASSERT(i == 0 || strcmp(list->rows[i - 1].code, row->code) < 0);
		check_text(row->name, 200);
		check_text(row->locality, 100);
		check_text(row->peer_group, 100);
		check_text(row->commissioner_code, 12);
		check_text(row->address, 300);
		check_text(row->postcode, 8);
		check_text(row->telephone, 30);
		check_text(row->email, 254);
		ASSERT(!row->opened_on || strlen(row->opened_on) == 10);
		ASSERT(!row->closed_on || !*row->closed_on || strlen(row->closed_on) == 10);
		ASSERT(row->patients < 0 || (row->counted_on && strlen(row->counted_on) == 10));
	}
	for (size_t i = 0; i < list->n_faults; i++) {
		ASSERT(fuzz_is_clean(list->faults[i].reason));
		ASSERT(i == 0 || list->faults[i - 1].line <= list->faults[i].line);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *text = fuzz_string(data, size), *one, *two;
	struct listing *list = listing_read(ctx, text, size), *again;
	json_t *json;

	ASSERT(!list->refused || fuzz_is_clean(list->refused));
	check_rows(list);
	json = listing_json(list);
	one = must(json_dumps(json, JSON_SORT_KEYS));
	again = must(listing_load(ctx, json));
	json_decref(json);
	check_rows(again);
	json = listing_json(again);
	two = must(json_dumps(json, JSON_SORT_KEYS));
	ASSERT(again->n == list->n && strcmp(one, two) == 0);
	json_decref(json);
	free(one);
	free(two);
	free(text);
	talloc_free(ctx);
	return 0;
}
