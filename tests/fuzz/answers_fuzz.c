/* answers_fuzz.c: the export's scanner of answers, any bytes: jansson is asked the same, and must
 * not say otherwise. */
#include "fuzz.h"
#include <jansson.h>
#include "answers.h"

static bool plain(const char *name)
{
	return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

static void same_text(const struct answer *got, const json_t *text)
{
	char *out = must(malloc(got->value.len + 1));
	size_t len;

	ASSERT(got->kind == ANSWER_TEXT && answer_unescape(got->value, out, &len));
	ASSERT(len == json_string_length(text) && memcmp(out, json_string_value(text), len) == 0);
	free(out);
}

static void same(struct answers *in, json_t *tree)
{
	struct answer got;
	const char *name;
	json_t *value;
	size_t i;

	if (json_is_array(tree)) {
		json_array_foreach(tree, i, value)
		{
			ASSERT(answers_next(in, &got));
			same_text(&got, value);
		}
	} else {
		json_object_foreach(tree, name, value)
		{
			ASSERT(answers_next(in, &got));
			ASSERT(got.name.len == strlen(name) &&
				memcmp(got.name.at, name, got.name.len) == 0);
			if (json_is_string(value)) {
				same_text(&got, value);
			} else if (json_is_integer(value)) {
				ASSERT(got.kind == ANSWER_NUMBER &&
					strtoll(got.value.at, NULL, 10) ==
						json_integer_value(value));
			} else {
				struct answers inside = answers_inside(&got);

				same(&inside, value);
			}
		}
	}
	ASSERT(!answers_next(in, &got) && !in->broken);
}

/* Is this what form_answers makes? Texts, whole numbers, lists of texts, rows of texts. */
static bool of_our_making(json_t *tree, int depth)
{
	const char *name;
	json_t *value;
	size_t i;

	json_array_foreach(tree, i, value) if (!json_is_string(value)) return false;
	json_object_foreach(tree, name, value)
	{
		bool whole = json_is_integer(value) &&
			     llabs(json_integer_value(value)) < 1000000000000000000LL;

		if (!plain(name) ||
			!(json_is_string(value) || (depth == 0 && (whole || json_is_array(value) ||
									  json_is_object(value)))))
			return false;
		if (depth == 0 && !json_is_string(value) && !whole && !of_our_making(value, 1))
			return false;
	}
	return true;
}

static void walk(struct answers in, int depth)
{
	struct answer got;
	char *out;
	size_t len;

	while (answers_next(&in, &got)) {
		if (depth == 0 && (got.kind == ANSWER_LIST || got.kind == ANSWER_ROWS))
			walk(answers_inside(&got), 1);
		if (got.kind != ANSWER_TEXT)
			continue;
		out = must(malloc(got.value.len + 1));
		if (answer_unescape(got.value, out, &len))
			ASSERT(len <= got.value.len);
		free(out);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *json = must(malloc(size ? size : 1)), *compact;
	json_t *tree;
	struct answers in;

	memcpy(json, data, size);
	walk(answers_open(json, size), 0);
	tree = json_loadb(json, size, JSON_REJECT_DUPLICATES, NULL);
	if (json_is_object(tree) && of_our_making(tree, 0)) {
		compact = must(json_dumps(tree, JSON_COMPACT));
		in = answers_open(compact, strlen(compact));
		same(&in, tree);
		free(compact);
	}
	json_decref(tree);
	free(json);
	return 0;
}
