/* form_show.c: a form on the page: its fields, its error summary, its answers to check. */
#include <stdio.h>
#include <string.h>
#include "form_parts.h"
#include "req.h"

enum { OPTION_ID_MORE = sizeof "-18446744073709551615" };

/* Ids of options as the design system makes them: the first is the group's own, which the error
 * summary links to. All in one piece of memory: a page has many options, and the marker is looked
 * up for each. */
static const char *option_id(char **room, const char *group, size_t len, size_t i)
{
	char *id = *room;

	if (i == 0)
		return group;
	memcpy(id, group, len);
	*room = id + len + 1 + (size_t)snprintf(id + len, OPTION_ID_MORE, "-%zu", i + 1);
	return id;
}

/* The choices of a field, those that `value` has being ticked; of one row of a grid, the one that
 * is `chosen`. */
static void show_options(const struct form *f, const struct field *field,
	const struct field_value *value, const char *group, const char *chosen, struct tpl *t)
{
	size_t n, len = strlen(group);
	const struct choice *choices = field_choices(field, &n);
	char *room = must(talloc_size(f->ctx, n * (len + OPTION_ID_MORE)));

	for (size_t i = 0; i < n; i++) {
		const struct choice *choice = &choices[i];
		struct tpl *option = tpl_add(t, M_OPTION);

		tpl_set(option, M_OPTION_LABEL, choice->label);
		tpl_set(option, M_CODE, choice->code);
		tpl_set(option, M_OPTION_ID, option_id(&room, group, len, i));
		tpl_optional(option, M_OPTION_HINTED, M_OPTION_HINT, choice->hint);
		tpl_show_if(option, M_EXCLUSIVE, choice->exclusive);
		tpl_show_if(option, M_DIVIDED, choice->exclusive && i > 0);
		tpl_show_if(option, M_CHECKED,
			chosen ? strcmp(chosen, choice->code) == 0
			       : value_has(value, choice->code));
	}
}

static void show_offered(const struct field *field, struct tpl *t)
{
	struct tpl *list;

	if (field->n_choices == 0)
		return;
	tpl_show(t, M_OFFERS);
	list = tpl_add(t, M_OFFER_LIST);
	for (size_t i = 0; i < field->n_choices; i++)
		tpl_set(tpl_add(list, M_OFFER), M_OFFERED, field->choices[i].label);
}

static void show_input(const struct field *field, const struct field_value *value, struct tpl *t)
{
	const char *class = "", *complete = field->autocomplete;
	enum tpl_marker type = M_IS_TEXT;

	switch (field->type) {
	case FIELD_EMAIL:
		type = M_IS_EMAIL;
		complete = complete ? complete : "email";
		break;
	case FIELD_NUMBER:
		type = M_IS_NUMERIC;
		class = field->min < field->max && field->max < 100000 ? " nhsuk-input--width-5"
								       : " nhsuk-input--width-10";
		break;
	case FIELD_DECIMAL:
		type = M_IS_DECIMAL;
		class = " nhsuk-input--width-10";
		break;
	case FIELD_NHS_NUMBER:
		type = M_IS_NUMERIC;
		class = " nhsuk-input--width-10 nhsuk-input--code";
		break;
	case FIELD_POSTCODE:
		class = " nhsuk-input--width-10";
		complete = complete ? complete : "postal-code";
		break;
	case FIELD_PASSWORD:
		type = M_IS_PASSWORD;
		complete = complete ? complete : "current-password";
		break;
	case FIELD_CODE:
		type = field->max_length ? M_IS_TEXT : M_IS_NUMERIC;
		class = field->max_length ? " nhsuk-input--width-20 nhsuk-input--code"
					  : " nhsuk-input--width-10 nhsuk-input--code";
		complete = complete ? complete : "one-time-code";
		break;
	default:
		break;
	}
	tpl_show(t, type);
	show_offered(field, t);
	tpl_set(t, M_INPUT_CLASS, class);
	if (field->prefix || field->suffix)
		tpl_show(t, M_WRAPPED);
	tpl_optional(t, M_PREFIXED, M_PREFIX, field->prefix);
	tpl_optional(t, M_SUFFIXED, M_SUFFIX, field->suffix);
	tpl_optional(t, M_AUTOCOMPLETED, M_AUTOCOMPLETE, complete);
	if (field->type != FIELD_PASSWORD && field->type != FIELD_CODE)
		tpl_optional(t, M_HAS_VALUE, M_VALUE, value_part(value, 0));
}

static void show_date(const struct field *field, const struct field_value *value, struct tpl *t)
{
	struct date_faults faults = { 0 };
	unsigned wrong = 0;

	if (value->error) {
		faults = date_faults(value);
		wrong = faults.empty ? faults.empty : faults.wrong;
		if (!wrong)
			wrong = DATE_ALL; /* each box is right, the day they make is not */
	}
	tpl_show_if(t, M_DAY_WRONG, wrong & DATE_DAY);
	tpl_show_if(t, M_MONTH_WRONG, wrong & DATE_MONTH);
	tpl_show_if(t, M_YEAR_WRONG, wrong & DATE_YEAR);
	tpl_optional(t, M_HAS_DAY, M_DAY, value_part(value, 0));
	tpl_optional(t, M_HAS_MONTH, M_MONTH, value_part(value, 1));
	tpl_optional(t, M_HAS_YEAR, M_YEAR, value_part(value, 2));
	tpl_show_if(t, M_BIRTHDAY, field->autocomplete && strcmp(field->autocomplete, "bday") == 0);
}

static void show_grid(const struct form *f, const struct field *field,
	const struct field_value *value, struct tpl *t)
{
	for (size_t r = 0; r < field->n_rows; r++) {
		struct tpl *row = tpl_add(t, M_GRID_ROW);
		const char *code = value_part(value, r);

		const char *id = text_format(f->ctx, "%s-row-%s", field->name, field->rows[r].code);

		tpl_set(row, M_ROW_ID, id);
		tpl_set(row, M_ROW_LABEL, field->rows[r].label);
		tpl_set(row, M_ROW_NAME,
			text_format(f->ctx, "%s-%s", field->name, field->rows[r].code));
		tpl_optional(row, M_ROW_HINTED, M_ROW_HINT, field->rows[r].hint);
		if (value->error && (*code ? !field_choice(field, code) : field->required))
			tpl_show(row, M_ROW_WRONG);
		if (field->rows[r].hint)
			tpl_set(tpl_add(row, M_ROW_DESCRIBED), M_ROW_DESCRIBED_BY,
				text_format(f->ctx, "%s-hint", id));
		show_options(f, field, value, id, code, row);
	}
}

static enum tpl_file file_of(enum field_type type)
{
	switch (type) {
	case FIELD_LONG:
		return T_form_long;
	case FIELD_DATE:
		return T_form_date;
	case FIELD_RADIOS:
	case FIELD_YES_NO:
		return T_form_radios;
	case FIELD_CHECKBOXES:
		return T_form_checkboxes;
	case FIELD_SELECT:
		return T_form_select;
	case FIELD_GRID:
		return T_form_grid;
	case FIELD_FILE:
		return T_form_file;
	default:
		return T_form_input;
	}
}

/* What every type has: its name, its question, its hint, its error, and what describes it, in the
 * order they are read. */
static void show_common(
	const struct form *f, size_t i, struct tpl *t, bool conditional, bool heading)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];
	struct buf ids = { .ctx = f->ctx };

	tpl_set(t, M_LABEL,
		field->required || field->unmarked ? field->label : say_optional(f->ctx, field));
	tpl_set(t, M_NAME, field->name); /* last set is first found */
	tpl_show(t, heading ? M_LABEL_HEADING : M_LABEL_PLAIN);
	tpl_optional(t, M_HINTED, M_HINT, field->hint);
	tpl_optional(t, M_WRONG, M_ERROR, value->error);
	if (field->type == FIELD_LONG)
		buf_addf(&ids, " %s-info", field->name);
	if (conditional)
		buf_addf(&ids, " %s-when", field->name);
	if (field->hint && *field->hint)
		buf_addf(&ids, " %s-hint", field->name);
	if (value->error)
		buf_addf(&ids, " %s-error", field->name);
	if (value->beside)
		buf_addf(&ids, " %s-beside", field->name);
	if (ids.len > 0)
		tpl_optional(t, M_DESCRIBED, M_DESCRIBED_BY, ids.data + 1);
}

static void show_field(
	const struct form *f, size_t i, struct tpl *t, bool conditional, bool heading)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];

	t = tpl_include(t, M_FIELD, file_of(field->type));
	show_common(f, i, t, conditional, heading);
	if (value->beside)
		tpl_adopt(t, M_BESIDE, value->beside, value->beside_file);
	switch (field->type) {
	case FIELD_LONG:
		tpl_int(t, M_LIMIT, (int64_t)field_limit(field));
		tpl_count(t, M_LIMIT_TEXT, (int64_t)field_limit(field));
		tpl_set(t, M_VALUE, value_part(value, 0));
		return;
	case FIELD_RADIOS:
	case FIELD_YES_NO:
		tpl_show_if(t, M_INLINE, field->type == FIELD_YES_NO);
		show_options(f, field, value, field->name, NULL, t);
		return;
	case FIELD_CHECKBOXES:
	case FIELD_SELECT:
		show_options(f, field, value, field->name, NULL, t);
		return;
	case FIELD_DATE:
		show_date(field, value, t);
		return;
	case FIELD_GRID:
		show_grid(f, field, value, t);
		return;
	case FIELD_FILE:
		return;
	default:
		show_input(field, value, t);
	}
}

static struct tpl *show_when(const struct form *f, size_t i, size_t other, struct tpl *t)
{
	const struct field *field = &f->fields[i];
	const struct choice *choice = field_choice(&f->fields[other], field->when_code);
	struct tpl *when = tpl_include(t, M_FIELD, T_form_when);

	tpl_set(when, M_NAME, field->name);
	tpl_set(when, M_WHEN_NAME, field->when_name);
	tpl_set(when, M_WHEN_VALUE, field->when_code);
	tpl_set(when, M_WHEN_LABEL, choice ? choice->label : field->when_code);
	return when;
}

static struct tpl *summary_of(const struct form *f, struct tpl *t)
{
	struct tpl *summary = tpl_include(t, M_ERROR_SUMMARY, T_error_summary);

	tpl_set(summary, M_SUMMARY_HEADING,
		f->restored       ? "This is not saved yet"
		: f->n_errors > 0 ? "There is a problem"
				  : "Look at this again");
	return summary;
}

void form_show_errors(const struct form *f, size_t first, size_t count, struct tpl *t)
{
	struct tpl *summary = NULL, *problem;

	if (f->form_error) {
		summary = summary_of(f, t);
		tpl_set(tpl_add(summary, M_FORM_PROBLEM), M_ERROR, f->form_error);
	}
	for (size_t i = first; i < first + count; i++) {
		const struct field_value *value = &f->values[i];

		if (!value->error && !value->warning)
			continue;
		if (!summary)
			summary = summary_of(f, t);
		problem = tpl_add(summary, M_PROBLEM);
		tpl_set(problem, M_PROBLEM_ID, value->error ? value->error_id : f->fields[i].name);
		tpl_set(problem, M_ERROR, value->error ? value->error : value->warning);
	}
}

void form_show(const struct form *f, size_t first, size_t count, struct tpl *t, bool as_heading)
{
	bool heading = as_heading;
	size_t other = 0;

	ASSERT(first <= f->n && count <= f->n - first);
	for (size_t i = first; i < first + count; i++) {
		bool conditional = field_asked_here(f, i, first, count, &other);

		if (!form_shown(f, i, first, count))
			continue;
		show_field(f, i, conditional ? show_when(f, i, other, t) : t, conditional, heading);
		heading = false;
	}
	form_show_errors(f, first, count, t);
}

/* ---- Check your answers ---------------------------------------------------------------------- */

/* Where answers are read beside something else, one of more than so many characters is folded. */
enum { BESIDE_MOST = 240, OPENING_MOST = 100 };

static void add_answer(const struct form *f, struct tpl *row, const char *text, bool beside)
{
	struct tpl *answer;

	if (!beside || text_length(text) <= BESIDE_MOST) {
		tpl_set(tpl_add(row, M_ANSWER), M_ANSWER_TEXT, text);
		return;
	}
	answer = tpl_add(row, M_ANSWER_FOLDED);
	tpl_set(answer, M_OPENING, text_opening(f->ctx, text, OPENING_MOST));
	tpl_set(answer, M_ANSWER_TEXT, text);
}

/* A value that is wrong is shown as it was typed. */
static const char *typed(
	const struct form *f, const struct field *field, const struct field_value *value)
{
	const char *text = value->text ? value->text : text_trim(f->ctx, value_part(value, 0));
	int64_t hundredths;

	if (field->type == FIELD_DECIMAL && value->text && field->prefix &&
		check_decimal(value->text, &hundredths))
		return money_text(f->ctx, hundredths); /* "£" is the only prefix */
	if (field->type != FIELD_DATE)
		return text;
	if (value->text)
		return date_text(f->ctx, value->text);
	return text_trim(f->ctx, text_format(f->ctx, "%s %s %s", value_part(value, 0),
					 value_part(value, 1), value_part(value, 2)));
}

/* A summary in the making. */
struct summary {
	const struct form *f;
	struct tpl *page, *list, *row; /* {{>SUMMARY}} of page; its last row; NULL: none yet */
	bool beside;
};

static void add_line(struct summary *s, const struct field *field, const char *text)
{
	add_answer(s->f, s->row,
		field->beneath ? text_format(s->f->ctx, "%s: %s", field->summary, text) : text,
		s->beside);
}

/* How many answers it has. */
static size_t summarise(struct summary *s, size_t i)
{
	const struct field *field = &s->f->fields[i];
	const struct field_value *value = &s->f->values[i];
	const struct choice *choices, *choice;
	const char *text;
	size_t n, given = 0;

	if (field->type == FIELD_GRID) {
		for (size_t r = 0; r < field->n_rows; r++) {
			choice = field_choice(field, value_part(value, r));
			if (choice && ++given)
				add_line(s, field,
					text_format(s->f->ctx, "%s: %s", field->rows[r].label,
						choice->label));
		}
	} else if (field->type == FIELD_CHECKBOXES) {
		choices = field_choices(field, &n);
		for (size_t c = 0; c < n; c++)
			if (value_has(value, choices[c].code) && ++given)
				add_line(s, field, choices[c].label);
	} else if ((text = typed(s->f, field, value))) {
		choice = field_choice(field, text);
		add_line(s, field, choice ? choice->label : text);
		given++;
	}
	return given;
}

/* False: it has no row of its own. */
static bool add_row(struct summary *s, size_t i)
{
	const struct field *field = &s->f->fields[i];

	if (field->type == FIELD_PASSWORD || field->type == FIELD_CODE || !form_due(s->f, i))
		return false;
	if (field->beneath) {
		ASSERT(s->row && field->summary);
		summarise(s, i);
		return false;
	}
	if (!s->list)
		s->list = tpl_include(s->page, M_SUMMARY, T_form_summary);
	s->row = tpl_add(s->list, M_ROW);
	tpl_set(s->row, M_QUESTION, field->summary ? field->summary : field->label);
	tpl_show_if(s->row, M_ANSWER_MISSING, summarise(s, i) == 0);
	return true;
}

void form_summary(const struct form *f, size_t first, size_t count, struct tpl *t,
	const char *change, size_t page)
{
	struct summary s = { .f = f, .page = t };
	struct tpl *button;

	ASSERT(first <= f->n && count <= f->n - first);
	for (size_t i = first; i < first + count; i++) {
		if (!add_row(&s, i) || !change)
			continue;
		button = tpl_add(s.row, M_CHANGEABLE);
		tpl_set(button, M_CHANGE, change);
		tpl_int(button, M_PAGE, (int64_t)page);
	}
}

void form_beside(const struct form *f, size_t first, size_t count, struct tpl *t)
{
	struct summary s = { .f = f, .page = t, .beside = true };

	ASSERT(first <= f->n && count <= f->n - first);
	for (size_t i = first; i < first + count; i++)
		add_row(&s, i);
}
