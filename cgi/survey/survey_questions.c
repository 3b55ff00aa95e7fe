/* survey_questions.c: pages and questions of a form, out of its JSON: a survey's, and that of a
 * call for plans and bids. No database, no clock. */
#include <string.h>
#include "form_parts.h"
#include "survey_compile.h"

enum {
	MOST_QUESTIONS = 200,
	MOST_OPTIONS = 100,
	MOST_PAGES = 50,
	/* The texts of a form together, in characters. An emoji is 12 bytes urlencoded, so 60,000
	 * bytes, and nginx takes 64 KB. */
	MOST_TEXT = 5000,
	/* Every answer at its longest, in bytes, however it travels: in the page's fields or
	   sealed. */
	MOST_BYTES = 64500,
	/* Boxes on one page: below PARAMS_MAX, so that no honest page is refused. */
	MOST_BOXES = PARAMS_MAX - 20,
	MOST_NUMBER = 999999999,
};

/* Which keys go with a type, beside those of every question. */
enum { LIMITS = 1, MOST_TICKS = 2, LENGTH = 4, DATES = 8, OPTIONS = 16, ROWS = 32, HINTS = 64 };
static const struct {
	const char *name;
	enum field_type type;
	unsigned takes;
	size_t length, longest; /* of a text: when the file says nothing, and at most */
} types[] = {
	{ "short_text", FIELD_SHORT, LENGTH, 200, 200 },
	{ "long_text", FIELD_LONG, LENGTH, 2000, MOST_TEXT }, { "email", FIELD_EMAIL, 0, 254, 254 },
	{ "number", FIELD_NUMBER, LIMITS, 0, 0 }, { "date", FIELD_DATE, DATES, 0, 0 },
	{ "radios", FIELD_RADIOS, OPTIONS | HINTS, 0, 0 },
	{ "checkboxes", FIELD_CHECKBOXES, OPTIONS | HINTS | MOST_TICKS, 0, 0 },
	{ "select", FIELD_SELECT, OPTIONS, 0, 0 }, { "yes_no", FIELD_YES_NO, 0, 0, 0 },
	{ "grid", FIELD_GRID, OPTIONS | ROWS, 0, 0 }, { "nhs_number", FIELD_NHS_NUMBER, 0, 0, 0 },
	{ "postcode", FIELD_POSTCODE, 0, 0, 0 },
	{ "money", FIELD_DECIMAL, 0, 0, 0 }, /* the last: of a form whose answers are kept alone */
};

/* [a-z][a-z0-9_]{0,31}. No hyphen, so that the parts of a date or a grid (NAME-day) are nobody's
 * code. */
static bool is_code(const char *text)
{
	size_t length = strlen(text);

	return length >= 1 && length <= 32 && text[0] >= 'a' && text[0] <= 'z' &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

static const char *read_code(struct compiler *c, const struct json_node *node)
{
	const char *code = json_text(&c->r, node, "code", 200, true);

	if (code && !is_code(code))
		json_refuse(&c->r, json_part(node, "code")->line,
			"code \"%s\": small letters, digits and _ are allowed, a letter first, 32 "
			"at "
			"most",
			json_quote(&c->r, code));
	return c->r.failed ? NULL : code;
}

static struct choice *read_choices(struct compiler *c, const struct json_node *question,
	const char *key, unsigned takes, size_t *n)
{
	static const char *const plain[] = { "code", "label", NULL };
	static const char *const hinted[] = { "code", "label", "hint", NULL };
	static const char *const ticked[] = { "code", "label", "hint", "exclusive", NULL };
	const struct json_node *list = json_list(&c->r, question, key, MOST_OPTIONS, true);
	struct choice *choices = NEW_ARRAY(c->s, struct choice, list->n + 1);

	for (size_t i = 0; i < list->n && !c->r.failed; i++) {
		const struct json_node *node = &list->parts[i];

		json_keys(&c->r, node,
			takes & MOST_TICKS ? ticked
			: takes & HINTS    ? hinted
					   : plain);
		choices[i].code = read_code(c, node);
		choices[i].label = json_text(&c->r, node, "label", 200, true);
		choices[i].hint = json_text(&c->r, node, "hint", 300, false);
		choices[i].exclusive = json_flag(&c->r, node, "exclusive", false);
		for (size_t j = 0; j < i && !c->r.failed; j++)
			if (!strcmp(choices[i].code, choices[j].code))
				json_refuse(&c->r, json_part(node, "code")->line,
					"code \"%s\" is there twice", choices[i].code);
	}
	*n = list->n;
	return choices;
}

/* min_date or max_date: a day, or "today". */
static const char *read_limit_date(
	struct compiler *c, const struct json_node *node, const char *key)
{
	const char *text = json_text(&c->r, node, key, 64, false);

	if (text && strcmp(text, "today") != 0)
		return json_date(&c->r, node, key);
	return text;
}

static void read_limits(
	struct compiler *c, const struct json_node *node, struct field *f, unsigned takes)
{
	if (takes & LIMITS) {
		f->min = json_int(&c->r, node, "min", -MOST_NUMBER, MOST_NUMBER, 0);
		f->max = json_int(&c->r, node, "max", -MOST_NUMBER, MOST_NUMBER, MOST_NUMBER);
		if (f->min >= f->max)
			json_refuse(&c->r,
				json_part(node, json_part(node, "max") ? "max" : "min")->line,
				"limits contradict: min %lld must be below max %lld",
				(long long)f->min, (long long)f->max);
	}
	if (takes & MOST_TICKS) {
		f->max = json_int(&c->r, node, "max", 1, MOST_OPTIONS, 0);
		if (f->max > (int64_t)f->n_choices)
			json_refuse(&c->r, json_part(node, "max")->line,
				"limits contradict: max %lld, but there are %zu options",
				(long long)f->max, f->n_choices);
	}
	if (takes & DATES) {
		f->min_date = read_limit_date(c, node, "min_date");
		f->max_date = read_limit_date(c, node, "max_date");
		if (f->min_date && f->max_date && strcmp(f->min_date, "today") != 0 &&
			strcmp(f->max_date, "today") != 0 && strcmp(f->min_date, f->max_date) > 0)
			json_refuse(&c->r, json_part(node, "max_date")->line,
				"limits contradict: max_date is before min_date");
	}
}

/* Keys that exist, but mean nothing for this type of question. */
static void refuse_idle_keys(
	struct compiler *c, const struct json_node *node, const char *type, unsigned takes)
{
	static const struct {
		const char *key;
		unsigned by;
	} keys[] = { { "min", LIMITS }, { "max", LIMITS | MOST_TICKS }, { "max_length", LENGTH },
		{ "min_date", DATES }, { "max_date", DATES }, { "options", OPTIONS },
		{ "rows", ROWS } };

	for (size_t i = 0; i < COUNT(keys); i++)
		if (json_part(node, keys[i].key) && !(takes & keys[i].by))
			json_refuse(&c->r, json_part(node, keys[i].key)->line,
				"a question of type \"%s\" has no \"%s\"", type, keys[i].key);
}

static bool has_option(const struct field *f, const char *code)
{
	for (size_t i = 0; i < f->n_choices; i++)
		if (!strcmp(f->choices[i].code, code))
			return true;
	return false;
}

static void read_when(struct compiler *c, const struct json_node *question, struct field *f)
{
	static const char *const keys[] = { "question", "option", NULL };
	const struct json_node *node = json_object_part(&c->r, question, "when", false);
	const struct field *asked = NULL;

	if (!node->n)
		return;
	json_keys(&c->r, node, keys);
	f->when_name = json_text(&c->r, node, "question", 200, true);
	f->when_code = json_text(&c->r, node, "option", 200, true);
	if (c->r.failed)
		return;
	for (size_t i = 0; i < c->s->n_fields; i++)
		if (!strcmp(c->s->fields[i].name, f->when_name))
			asked = &c->s->fields[i];
	if (!asked)
		json_refuse(&c->r, json_part(node, "question")->line,
			"the condition names \"%s\", which is not an earlier question",
			json_quote(&c->r, f->when_name));
	else if (asked->type == FIELD_GRID || !asked->n_choices)
		json_refuse(&c->r, json_part(node, "question")->line,
			"a condition needs a question with options, and \"%s\" has none to choose",
			f->when_name);
	else if (!has_option(asked, f->when_code))
		json_refuse(&c->r, json_part(node, "option")->line,
			"the condition names \"%s\", which is not an option of \"%s\"",
			json_quote(&c->r, f->when_code), f->when_name);
}

static void check_size(struct compiler *c, const struct json_node *node, const struct field *f)
{
	survey_size_add(&c->size, f);
	if (c->kept && (c->size.characters > MOST_TEXT || c->size.bytes > MOST_BYTES))
		json_refuse(&c->r, node->line,
			"with this question the answers of its page may have %zu characters "
			"together; %d are the most: make answers shorter, or use another page",
			c->size.characters, MOST_TEXT);
	else if (c->size.characters > MOST_TEXT)
		json_refuse(&c->r, node->line,
			"with this question the texts may have %zu characters together; %d are the "
			"most, "
			"so that a whole form fits 64 KB even when each is an emoji: set "
			"\"max_length\"",
			c->size.characters, MOST_TEXT);
	else if (c->size.bytes > MOST_BYTES)
		json_refuse(&c->r, node->line,
			"with this question the answers may be longer than 64 KB together");
	else if (c->size.boxes > MOST_BOXES)
		json_refuse(&c->r, node->line,
			"with this question the page has %zu boxes; %d are the most", c->size.boxes,
			MOST_BOXES);
}

static void check_code(struct compiler *c, const struct json_node *node, const char *code)
{
	static const char *const taken[] = { "state", "go", "csrf", "title", "seen",
		"row_version" };
	size_t n = c->kept ? COUNT(taken) : 3;

	for (size_t i = 0; i < n; i++)
		if (!strcmp(code, taken[i]))
			json_refuse(&c->r, json_part(node, "code")->line,
				"code \"%s\" is a name that the form itself needs", code);
	for (size_t i = 0; i < c->s->n_fields; i++)
		if (!strcmp(code, c->s->fields[i].name))
			json_refuse(&c->r, json_part(node, "code")->line,
				"code \"%s\" is there twice", code);
}

static void read_question(struct compiler *c, const struct json_node *node, struct field *f)
{
	static const char *const keys[] = { "code", "type", "label", "summary", "hint", "missing",
		"required", "min", "max", "max_length", "min_date", "max_date", "options", "rows",
		"when", NULL };
	const char *names[COUNT(types) + 1] = { 0 };
	struct json_reader *r = &c->r;
	unsigned takes;
	int type;

	for (size_t i = 0; i < COUNT(types) - !c->kept; i++)
		names[i] = types[i].name;
	json_keys(r, node, keys);
	f->name = read_code(c, node);
	if (f->name)
		check_code(c, node, f->name);
	type = json_word(r, node, "type", names, -1);
	if (type < 0) {
		json_refuse(r, node->line, "\"type\" is missing");
		return;
	}
	takes = types[type].takes;
	f->type = types[type].type;
	refuse_idle_keys(c, node, types[type].name, takes);
	f->label = json_text(r, node, "label", 300, true);
	f->summary = json_text(r, node, "summary", 100, false);
	f->hint = json_text(r, node, "hint", 500, false);
	f->missing = json_text(r, node, "missing", 200, false);
	f->required = json_flag(r, node, "required", false);
	if (f->type == FIELD_DECIMAL) { /* pence, as many as an amount holds */
		f->prefix = "£";
		f->max = (int64_t)MOST_NUMBER * 100;
	}
	f->autocomplete = f->type == FIELD_EMAIL      ? "email"
			  : f->type == FIELD_POSTCODE ? "postal-code"
						      : NULL;
	f->max_length = types[type].length;
	if (takes & LENGTH)
		f->max_length = (size_t)json_int(r, node, "max_length", 1,
			(int64_t)types[type].longest, (int64_t)types[type].length);
	if (takes & OPTIONS)
		f->choices = read_choices(c, node, "options", takes, &f->n_choices);
	else
		f->choices = field_choices(f, &f->n_choices); /* yes and no */
	if (takes & ROWS)
		f->rows = read_choices(c, node, "rows", 0, &f->n_rows);
	if (!r->failed)
		read_limits(c, node, f, takes);
	if (!r->failed)
		read_when(c, node, f);
	if (!r->failed)
		check_size(c, node, f);
}

static void read_page(struct compiler *c, const struct json_node *node, struct survey_page *page)
{
	static const char *const keys[] = { "title", "intro", "questions", NULL };
	const struct json_node *list;
	struct survey *s = c->s;

	json_keys(&c->r, node, keys);
	page->title = json_text(&c->r, node, "title", 200, false);
	page->intro = json_text(&c->r, node, "intro", 1000, false);
	page->first = s->n_fields;
	list = json_list(&c->r, node, "questions", MOST_QUESTIONS, true);
	if (s->n_fields + list->n > MOST_QUESTIONS)
		json_refuse(&c->r, node->line, "more than %d questions", MOST_QUESTIONS);
	if (c->kept)
		c->size = (struct survey_size){ 0 };
	else if (!s->one_page)
		c->size.boxes = 0;
	for (size_t i = 0; i < list->n && !c->r.failed; i++) {
		read_question(c, &list->parts[i], &s->fields[s->n_fields]);
		s->n_fields++;
	}
	page->count = s->n_fields - page->first;
}

void survey_pages_read(struct compiler *c, const struct json_node *root)
{
	const struct json_node *list = json_list(&c->r, root, "pages", MOST_PAGES, true);
	struct survey *s = c->s;

	s->fields = NEW_ARRAY(s, struct field, MOST_QUESTIONS);
	s->pages = NEW_ARRAY(s, struct survey_page, list->n + 1);
	for (; s->n_pages < list->n && !c->r.failed; s->n_pages++)
		read_page(c, &list->parts[s->n_pages], &s->pages[s->n_pages]);
	s->fields = must(talloc_realloc(s, s->fields, struct field, (unsigned)s->n_fields + 1));
	if (s->one_page && s->n_pages) {
		s->pages[0] =
			(struct survey_page){ .intro = s->pages[0].intro, .count = s->n_fields };
		s->n_pages = 1;
	}
}
