/* form_check.c: is what was typed right, and if not, what is said about it. */
#include <ctype.h>
#include <string.h>
#include <time.h>
#include "form_parts.h"

/* ---- Text ------------------------------------------------------------------------------------ */

/* Bytes of a space that begins (or, see space_before, ends) here: ASCII's, and those of Unicode
 * that look like nothing. */
static size_t space_at(const char *s)
{
	static const char *const wide[] = {
		"\xE1\x9A\x80",                 /* U+1680 ogham space */
		"\xE2\x80\xA8", "\xE2\x80\xA9", /* U+2028 line, U+2029 paragraph separator */
		"\xE2\x80\xAF", "\xE2\x81\x9F", /* U+202F narrow no-break, U+205F mathematical */
		"\xE2\x81\xA0",                 /* U+2060 word joiner */
		"\xE3\x80\x80",                 /* U+3000 ideographic */
		"\xEF\xBB\xBF",                 /* U+FEFF byte order mark */
	};
	unsigned char c = (unsigned char)s[0];

	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
	if (c == 0xC2)
		return (unsigned char)s[1] == 0xA0 || (unsigned char)s[1] == 0x85 ? 2 : 0;
	/* U+2000 … U+200B: the widths of printing, and zero width */
	if (c == 0xE2 && (unsigned char)s[1] == 0x80 && (unsigned char)s[2] >= 0x80 &&
		(unsigned char)s[2] <= 0x8B)
		return 3;
	for (size_t i = 0; i < COUNT(wide); i++)
		if (strncmp(s, wide[i], 3) == 0)
			return 3;
	return 0;
}

static size_t space_before(const char *text, const char *end)
{
	for (size_t len = 1; len <= 3 && len <= (size_t)(end - text); len++)
		if (space_at(end - len) == len)
			return len;
	return 0;
}

const char *text_trim(TALLOC_CTX *ctx, const char *text)
{
	const char *end = text + strlen(text);
	char *out, *to;
	size_t len;

	while ((len = space_at(text)))
		text += len;
	while (end > text && (len = space_before(text, end)))
		end -= len;
	if (end == text)
		return NULL;
	len = (size_t)(end - text);
	if (!*end && !memchr(text, '\r', len))
		return text;
	to = out = text_copyn(ctx, text, len);
	for (const char *from = out; *from; from++) {
		if (*from == '\r' && from[1] == '\n')
			continue;
		*to++ = *from == '\r' ? '\n' : *from;
	}
	*to = '\0';
	return out;
}

/* One line stays one line, even when somebody's program sent several. */
static const char *one_line(TALLOC_CTX *ctx, const char *text)
{
	char *copy;

	if (!strpbrk(text, "\n\t\v\f"))
		return text;
	copy = text_copy(ctx, text);
	for (char *s = copy; (s = strpbrk(s, "\n\t\v\f")); s++)
		*s = ' ';
	return copy;
}

/* ---- One field ------------------------------------------------------------------------------- */

static void wrong(struct form *f, size_t i, const char *id, const char *sentence)
{
	f->values[i].text = NULL;
	f->values[i].error = sentence;
	f->values[i].error_id = id ? id : field_first_id(f->ctx, &f->fields[i]);
}

/* "123 456", as an app shows it. */
static char *without_spaces(TALLOC_CTX *ctx, const char *text)
{
	char *copy = text_copy(ctx, text), *to = copy;

	for (const char *from = copy; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	return copy;
}

enum { CODE_DIGITS = 6 };

/* Letters and numbers, with the dashes that it is printed with; without them and in capitals
 * after. */
static bool recovery_code(char *code, size_t len)
{
	size_t n = 0;

	for (const char *c = code; *c; c++)
		if (isalnum((unsigned char)*c))
			code[n++] = (char)toupper((unsigned char)*c);
		else if (*c != '-')
			return false;
	code[n] = '\0';
	return n == len;
}

static void check_code(struct form *f, size_t i, const char *given)
{
	char *code = without_spaces(f->ctx, given);
	size_t len = field_limit(&f->fields[i]);

	if (strlen(code) == CODE_DIGITS && strspn(code, "0123456789") == CODE_DIGITS)
		f->values[i].text = code;
	else if (len > CODE_DIGITS && recovery_code(code, len))
		f->values[i].text = code;
	else if (len > CODE_DIGITS)
		wrong(f, i, NULL,
			text_format(f->ctx,
				"Enter the %d numbers of your authenticator app, or one of your "
				"recovery codes, which have %zu letters and numbers",
				CODE_DIGITS, len));
	else
		wrong(f, i, NULL,
			text_format(f->ctx, "Your one-time code must be %zu numbers", len));
}

static void check_canonical(
	struct form *f, size_t i, bool right, const char *canonical, const char *sentence)
{
	if (right)
		f->values[i].text = text_copy(f->ctx, canonical);
	else
		wrong(f, i, NULL, sentence);
}

static void check_whole_number(struct form *f, size_t i, const char *given)
{
	const struct field *field = &f->fields[i];
	int64_t number;

	if (!check_number(given, &number))
		wrong(f, i, NULL, say_number(f->ctx, field));
	else if (field->min < field->max && (number < field->min || number > field->max))
		wrong(f, i, NULL, say_range(f->ctx, field));
	else
		f->values[i].text = text_format(f->ctx, "%lld", (long long)number);
}

static void check_hundredths(struct form *f, size_t i, const char *given)
{
	const struct field *field = &f->fields[i];
	int64_t number;

	if (!check_decimal(given, &number))
		wrong(f, i, NULL, say_number(f->ctx, field));
	else if (field->min < field->max && (number < field->min || number > field->max))
		wrong(f, i, NULL, say_range(f->ctx, field));
	else
		f->values[i].text = decimal_plain(f->ctx, number);
}

/* Types of one part, none of them a choice. */
static void check_typed(struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const char *raw = value_part(&f->values[i], 0);
	const char *given = text_trim(f->ctx, raw);
	char out[16];

	if (!given || (field->type == FIELD_PASSWORD && !*raw)) {
		if (field->required)
			wrong(f, i, NULL, say_missing(f->ctx, field));
		return;
	}
	if (field->type == FIELD_PASSWORD)
		given = raw;
	if (field->type == FIELD_CODE)
		return check_code(f, i, given);
	if (text_length(given) > field_limit(field))
		return wrong(f, i, NULL, say_too_long(f->ctx, field));
	switch (field->type) {
	case FIELD_NUMBER:
		return check_whole_number(f, i, given);
	case FIELD_DECIMAL:
		return check_hundredths(f, i, given);
	case FIELD_EMAIL:
		return check_canonical(f, i, check_email(given), given,
			"Enter an email address in the correct format, like name@example.com");
	case FIELD_NHS_NUMBER:
		return check_canonical(f, i, check_nhs_number(given, out), out,
			"Enter an NHS number in the correct format, like 943 476 5919");
	case FIELD_POSTCODE:
		return check_canonical(f, i, check_postcode(given, out), out,
			"Enter a full UK postcode, like BA1 1AA");
	case FIELD_SHORT:
		f->values[i].text = one_line(f->ctx, given);
		return;
	default:
		f->values[i].text = given;
	}
}

struct date_faults date_faults(const struct field_value *value)
{
	struct date_faults faults = { 0 };

	for (unsigned p = 0; p < 3; p++) {
		const char *raw = value_part(value, p);
		bool right = p == 0 ? check_day(raw) : p == 1 ? check_month(raw) : check_year(raw);

		if (!raw[strspn(raw, " \t\n")])
			faults.empty |= 1u << p;
		else if (!right)
			faults.wrong |= 1u << p;
	}
	return faults;
}

static const char *box_id(struct form *f, size_t i, unsigned boxes)
{
	int box = boxes & DATE_DAY ? 0 : boxes & DATE_MONTH ? 1 : boxes & DATE_YEAR ? 2 : 0;

	return text_format(f->ctx, "%s-%s", f->fields[i].name, date_boxes[box]);
}

static const char *limit_date(const char *limit, char today[11])
{
	if (!limit || strcmp(limit, "today") != 0)
		return limit;
	check_today(time(NULL), today);
	return today;
}

static void check_date_field(struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	struct field_value *value = &f->values[i];
	struct date_faults faults = date_faults(value);
	const char *least, *most;
	char out[11], today[11];

	if (faults.empty == DATE_ALL) {
		if (field->required)
			wrong(f, i, NULL, say_missing(f->ctx, field));
		return;
	}
	if (faults.empty)
		return wrong(f, i, box_id(f, i, faults.empty),
			say_date_parts(f->ctx, field, faults.empty));
	if (!check_date(value_part(value, 0), value_part(value, 1), value_part(value, 2), out))
		return wrong(
			f, i, box_id(f, i, faults.wrong), say_date(f->ctx, field, faults.wrong));
	least = limit_date(field->min_date, today);
	if (least && strcmp(out, least) < 0)
		return wrong(f, i, NULL, say_date_before(f->ctx, field));
	most = limit_date(field->max_date, today);
	if (most && strcmp(out, most) > 0)
		return wrong(f, i, NULL, say_date_after(f->ctx, field));
	value->text = text_copy(f->ctx, out);
}

static void check_one_choice(struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const char *code = value_part(&f->values[i], 0);
	const struct choice *choice;

	if (!*code) {
		if (field->required)
			wrong(f, i, NULL, say_missing(f->ctx, field));
		return;
	}
	choice = field_choice(field, code);
	if (choice)
		f->values[i].text = choice->code;
	else
		wrong(f, i, NULL, "Select one of the options");
}

static void check_ticks(struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];
	const struct choice *choices;
	size_t n, ticks = 0;
	bool alone = false;

	for (size_t p = 0; p < value->n_parts; p++)
		if (*value_part(value, p) && !field_choice(field, value->parts[p]))
			return wrong(f, i, NULL, "Select one of the options");
	choices = field_choices(field, &n);
	for (size_t c = 0; c < n; c++)
		if (value_has(value, choices[c].code)) {
			ticks++;
			alone |= choices[c].exclusive;
		}
	if (ticks == 0 && field->required)
		wrong(f, i, NULL, say_missing(f->ctx, field));
	else if (alone && ticks > 1)
		wrong(f, i, NULL, say_exclusive(f->ctx, field, value));
	else if (field->max > 0 && (int64_t)ticks > field->max)
		wrong(f, i, NULL,
			text_format(
				f->ctx, "Select no more than %lld options", (long long)field->max));
}

static void check_grid(struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];

	for (size_t r = 0; r < field->n_rows; r++) {
		const char *code = value_part(&f->values[i], r), *sentence = NULL;

		if (*code && !field_choice(field, code))
			sentence = "Select one of the options";
		else if (!*code && field->required)
			sentence = say_row(f->ctx, field, &field->rows[r]);
		if (sentence)
			return wrong(f, i,
				text_format(f->ctx, "%s-row-%s", field->name, field->rows[r].code),
				sentence);
	}
}

static void check_field(struct form *f, size_t i)
{
	switch (f->fields[i].type) {
	case FIELD_DATE:
		return check_date_field(f, i);
	case FIELD_RADIOS:
	case FIELD_SELECT:
	case FIELD_YES_NO:
		return check_one_choice(f, i);
	case FIELD_CHECKBOXES:
		return check_ticks(f, i);
	case FIELD_GRID:
		return check_grid(f, i);
	case FIELD_FILE: /* the page knows whether it came, and what it is */
		return;
	default:
		return check_typed(f, i);
	}
}

/* ---- The form -------------------------------------------------------------------------------- */

size_t form_check(struct form *f, size_t first, size_t count)
{
	size_t errors = 0;

	ASSERT(first <= f->n && count <= f->n - first);
	for (size_t i = first; i < first + count; i++) {
		struct field_value *value = &f->values[i];

		if (value->error)
			f->n_errors--;
		value->text = value->error = value->error_id = NULL;
		if (form_due(f, i))
			check_field(f, i);
		if (value->error)
			errors++;
	}
	f->n_errors += errors;
	if (f->restored && !f->form_error) {
		f->form_error = "You were signed out before this was saved. Nothing you typed is "
				"lost: look at it, and send it again";
		f->n_errors++;
	}
	return errors + f->restored;
}

void form_fail(struct form *f, const char *name, const char *sentence)
{
	size_t i;

	if (!name || !form_field_index(f, name, &i)) {
		f->n_errors += !f->form_error;
		f->form_error = sentence;
		return;
	}
	f->n_errors += !f->values[i].error;
	wrong(f, i, NULL, sentence);
}

static void fill(const struct form *f, size_t i, char *into)
{
	const struct field *field = &f->fields[i];
	const char *text = f->values[i].text;
	int64_t number = 0;
	bool yes;

	switch (field->type) {
	case FIELD_CHECKBOXES:
	case FIELD_GRID:
		return; /* many values: read them from form_answers */
	case FIELD_FILE:
		return; /* in r->files; a field without `into` would empty the first member */
	case FIELD_NUMBER:
		if (text && !check_number(text, &number))
			BUG("a checked number is not one");
		memcpy(into + field->into, &number, sizeof number);
		return;
	case FIELD_DECIMAL:
		if (text && !check_decimal(text, &number))
			BUG("a checked number is not one");
		memcpy(into + field->into, &number, sizeof number);
		return;
	case FIELD_YES_NO:
		yes = text && strcmp(text, "yes") == 0;
		memcpy(into + field->into, &yes, sizeof yes);
		return;
	default:
		memcpy(into + field->into, &text, sizeof text);
	}
}

bool form_fill(struct form *f, const struct params *params, void *into)
{
	form_take(f, 0, f->n, params);
	if (form_check(f, 0, f->n) > 0 || f->n_errors > 0)
		return false;
	for (size_t i = 0; i < f->n && into; i++)
		fill(f, i, into);
	return true;
}
