/* form_words.c: the sentences that a form says, in the NHS's way: what is wrong, and what to do.
 *
 * Plain text; templates escape it. Where a field has a short name ("Date of birth") the sentence
 * says it; where its label is a whole question, it speaks of "your answer". */
#include <string.h>
#include "form_parts.h"
#include "req.h"

/* Longer than this, or a question, a name would not read well in the middle of a sentence. */
enum { NAME_LONGEST = 60 };

static const char *short_name(const struct field *field)
{
	const char *name = field->summary ? field->summary : field->label;

	return strpbrk(name, "?.!") || text_length(name) > NAME_LONGEST ? NULL : name;
}

static const char *name_or(const struct field *field, const char *otherwise)
{
	const char *name = short_name(field);

	return name ? name : otherwise;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* For the middle of a sentence: "Date of birth" becomes "date of birth", "NHS number" stays. */
static const char *lower_first(TALLOC_CTX *ctx, const char *name)
{
	char *copy;

	if (!(name[0] >= 'A' && name[0] <= 'Z') || !is_small(name[1]))
		return name;
	copy = text_copy(ctx, name);
	copy[0] = (char)(copy[0] - 'A' + 'a');
	return copy;
}

static const char *say_enter(TALLOC_CTX *ctx, const struct field *field, const char *otherwise)
{
	const char *name = short_name(field);

	return name ? text_format(ctx, "Enter %s", lower_first(ctx, name)) : otherwise;
}

/* What only one person has: "Enter your NHS number". */
static const char *say_enter_your(TALLOC_CTX *ctx, const struct field *field, const char *otherwise)
{
	const char *name = lower_first(ctx, name_or(field, otherwise));

	return text_format(
		ctx, strncmp(name, "your ", 5) == 0 ? "Enter %s" : "Enter your %s", name);
}

static const char *say_select(TALLOC_CTX *ctx, const struct field *field, const char *what)
{
	const char *name = short_name(field);

	return name ? text_format(ctx, "%s for ‘%s’", what, name) : what;
}

const char *say_missing(TALLOC_CTX *ctx, const struct field *field)
{
	if (field->missing)
		return field->missing;
	switch (field->type) {
	case FIELD_SHORT:
	case FIELD_LONG:
		return say_enter(ctx, field, "Enter an answer");
	case FIELD_NUMBER:
	case FIELD_DECIMAL:
		return say_enter(ctx, field, "Enter a number");
	case FIELD_DATE:
		return say_enter(ctx, field, "Enter a date");
	case FIELD_EMAIL:
		return say_enter_your(ctx, field, "email address");
	case FIELD_NHS_NUMBER:
		return say_enter_your(ctx, field, "NHS number");
	case FIELD_POSTCODE:
		return say_enter_your(ctx, field, "postcode");
	case FIELD_PASSWORD:
		return say_enter_your(ctx, field, "password");
	case FIELD_CODE:
		return say_enter_your(ctx, field, "one-time code");
	case FIELD_YES_NO:
		return say_select(ctx, field, "Select yes or no");
	case FIELD_RADIOS:
	case FIELD_CHECKBOXES:
	case FIELD_SELECT:
	case FIELD_GRID:
		break;
	case FIELD_FILE:
		return "Choose a file";
	}
	return say_select(ctx, field, "Select an option");
}

const char *say_optional(TALLOC_CTX *ctx, const struct field *field)
{
	return text_format(ctx, "%s (optional)", field->label);
}

const char *say_too_long(TALLOC_CTX *ctx, const struct field *field)
{
	return text_format(ctx, "%s must be %s characters or fewer", name_or(field, "Your answer"),
		count_text(ctx, (int64_t)field_limit(field)));
}

const char *say_number(TALLOC_CTX *ctx, const struct field *field)
{
	return text_format(ctx, "%s must be a %s", name_or(field, "Your answer"),
		field->type == FIELD_DECIMAL ? "number, like 30 or 30.50"
					     : "whole number, like 30");
}

const char *say_range(TALLOC_CTX *ctx, const struct field *field)
{
	if (field->type == FIELD_DECIMAL)
		return text_format(ctx, "%s must be between %s and %s",
			name_or(field, "Your answer"), decimal_text(ctx, field->min),
			decimal_text(ctx, field->max));
	return text_format(ctx, "%s must be between %lld and %lld", name_or(field, "Your answer"),
		(long long)field->min, (long long)field->max);
}

const char *say_date_parts(TALLOC_CTX *ctx, const struct field *field, unsigned empty)
{
	static const char *const words[DATE_ALL] = {
		[DATE_DAY] = "a day",
		[DATE_MONTH] = "a month",
		[DATE_YEAR] = "a year",
		[DATE_DAY | DATE_MONTH] = "a day and month",
		[DATE_DAY | DATE_YEAR] = "a day and year",
		[DATE_MONTH | DATE_YEAR] = "a month and year",
	};

	ASSERT(empty > 0 && empty < DATE_ALL);
	return text_format(ctx, "%s must include %s", name_or(field, "The date"), words[empty]);
}

const char *say_date(TALLOC_CTX *ctx, const struct field *field, unsigned wrong)
{
	const char *name = name_or(field, "The date");

	if (wrong == DATE_YEAR)
		return text_format(ctx, "%s must include a year of 4 numbers, like 2026", name);
	return text_format(ctx, "%s must be a real date, like 31 3 2026", name);
}

const char *say_date_before(TALLOC_CTX *ctx, const struct field *field)
{
	const char *name = name_or(field, "The date");

	if (strcmp(field->min_date, "today") == 0)
		return text_format(ctx, "%s must be today or in the future", name);
	return text_format(ctx, "%s must be on or after %s", name, date_text(ctx, field->min_date));
}

const char *say_date_after(TALLOC_CTX *ctx, const struct field *field)
{
	const char *name = name_or(field, "The date");

	if (strcmp(field->max_date, "today") == 0)
		return text_format(ctx, "%s must be today or in the past", name);
	return text_format(
		ctx, "%s must be on or before %s", name, date_text(ctx, field->max_date));
}

const char *say_row(TALLOC_CTX *ctx, const struct field *field, const struct choice *row)
{
	if (field->missing)
		return field->missing;
	return text_format(ctx, "Select an option for ‘%s’", row->label);
}

/* "Select ‘By bus’ or ‘None of these’, not both" */
const char *say_exclusive(
	TALLOC_CTX *ctx, const struct field *field, const struct field_value *value)
{
	const struct choice *choices, *alone = NULL, *other = NULL;
	size_t n, others = 0;

	choices = field_choices(field, &n);
	for (size_t i = 0; i < n; i++) {
		if (!value_has(value, choices[i].code))
			continue;
		if (choices[i].exclusive && !alone) {
			alone = &choices[i];
		} else {
			other = &choices[i];
			others++;
		}
	}
	ASSERT(alone && other);
	if (others > 1)
		return text_format(ctx, "Select other options or ‘%s’, not both", alone->label);
	return text_format(ctx, "Select ‘%s’ or ‘%s’, not both", other->label, alone->label);
}

/* ---- Numbers with decimals --------------------------------------------------------------------
 */

static const char *decimals(TALLOC_CTX *ctx, int64_t hundredths, const char *sign, bool grouped)
{
	int64_t size = hundredths < 0 ? -hundredths : hundredths;
	int part = (int)(size % 100);
	const char *whole = grouped ? count_text(ctx, size / 100)
				    : text_format(ctx, "%lld", (long long)(size / 100));
	const char *minus = hundredths >= 0 ? "" : grouped ? "−" : "-";

	if (part == 0)
		return text_format(ctx, "%s%s%s", minus, sign, whole);
	if (part % 10 == 0 && !*sign)
		return text_format(ctx, "%s%s.%d", minus, whole, part / 10);
	return text_format(ctx, "%s%s%s.%02d", minus, sign, whole, part);
}

const char *decimal_text(TALLOC_CTX *ctx, int64_t hundredths)
{
	return decimals(ctx, hundredths, "", true);
}

const char *money_text(TALLOC_CTX *ctx, int64_t pence)
{
	return decimals(ctx, pence, "£", true);
}

const char *decimal_plain(TALLOC_CTX *ctx, int64_t hundredths)
{
	return decimals(ctx, hundredths, "", false);
}
