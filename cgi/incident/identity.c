/* identity.c: passages of a text that look like a person's identity. */
#include "identity.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "form.h"

/* Each looks at a place where a word begins, and gives how many bytes its passage has; 0: none. No
 * one looks further than some hundred bytes, so that a text takes time in proportion to its length.
 */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_word(char c)
{
	return is_digit(c) || is_letter(c);
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* Bytes of one space or no-break space; 0: none. */
static size_t space_at(const char *s)
{
	return *s == ' ' ? 1 : strncmp(s, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* ---- NHS number ------------------------------------------------------------------------------ */

/* Whatever parts the digits does it in the same way throughout: "2026-11-22 10" is no number. */
static size_t nhs_number_at(const char *s)
{
	char digits[11], out[11], parted = '\0';
	size_t n = 0, i = 0, gap;

	while (n < 10) {
		if (is_digit(s[i])) {
			digits[n++] = s[i++];
			continue;
		}
		gap = s[i] == '-' ? 1 : space_at(s + i);
		if (n == 0 || !gap || (parted && parted != s[i]) || !is_digit(s[i + gap]))
			return 0;
		parted = s[i];
		i += gap;
	}
	digits[n] = '\0';
	return !is_word(s[i]) && check_nhs_number(digits, out) ? i : 0;
}

/* ---- Telephone ------------------------------------------------------------------------------- */

static size_t telephone_at(const char *s)
{
	bool abroad = strncmp(s, "+44", 3) == 0 || strncmp(s, "0044", 4) == 0;
	size_t i = abroad ? (*s == '+' ? 3 : 4) : 0, n = 0, gap = 0;
	char first = '\0';

	if (!abroad && *s != '0' && strncmp(s, "(0", 2) != 0)
		return 0;
	for (; n <= 12 && i < 40; i++) { /* noughts are not counted, and there may be thousands */
		if (is_digit(s[i])) {
			if (n == 0 &&
				s[i] == '0') /* of "07…", "(0161)", "+44 (0)161": not counted */
				first = '0';
			else if (n++ == 0)
				first = s[i];
			gap = 0;
			continue;
		}
		if (!is_one_of(s[i], " -()") || ++gap > 2)
			break;
	}
	/* What parts the digits is not there after the last. */
	while (i > 0 && !is_digit(s[i - 1]))
		i--;
	return (n == 9 || n == 10) && is_one_of(first, "123578") && !is_word(s[i]) ? i : 0;
}

/* ---- E-mail ---------------------------------------------------------------------------------- */

static size_t email_at(const char *s)
{
	char copy[256];
	size_t i = 0;

	while (i < sizeof copy - 1 && s[i] && (unsigned char)s[i] > ' ' &&
		(unsigned char)s[i] < 0x7f && !strchr("<>()[],;:\\\"", s[i])) {
		copy[i] = s[i];
		i++;
	}
	while (i > 0 && strchr(".!?'-", copy[i - 1])) /* of the sentence around it */
		i--;
	copy[i] = '\0';
	return strchr(copy, '@') && check_email(copy) ? i : 0;
}

/* ---- Date of birth --------------------------------------------------------------------------- */

/* A number of `least` to `most` digits, copied; its length, or 0. */
static size_t digits_at(const char *s, size_t least, size_t most, char *out)
{
	size_t n = 0;

	while (n < most && is_digit(s[n])) {
		out[n] = s[n];
		n++;
	}
	out[n] = '\0';
	return n < least || is_digit(s[n]) ? 0 : n;
}

/* "th", "nd", and " of" behind a day. */
static size_t ordinal_at(const char *s)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };
	size_t n = 0, space;

	for (size_t i = 0; i < COUNT(ends); i++)
		if (strncasecmp(s, ends[i], 2) == 0)
			n = 2;
	space = space_at(s + n);
	return space && strncasecmp(s + n + space, "of ", 3) == 0 ? n + space + 2 : n;
}

static size_t month_word_at(const char *s, char out[16])
{
	size_t n = 0;

	while (n < 10 && is_letter(s[n]) && (unsigned char)s[n] < 0x80) {
		out[n] = s[n];
		n++;
	}
	out[n] = '\0';
	return n >= 3 && !is_letter(s[n]) ? n + (s[n] == '.') : 0;
}

/* What parts the pieces of a date: one of / . - or a space, or a space behind a comma. */
static size_t gap_at(const char *s)
{
	if (*s == ',')
		return 1 + space_at(s + 1);
	return is_one_of(*s, "/.-") ? 1 : space_at(s);
}

struct date {
	char day[8], month[16], year[8];
};

/* "22/11/1957", "22.11.57", "22 November 1957", "22nd of Nov 1957" */
static size_t day_first(const char *s, struct date *d)
{
	size_t n = digits_at(s, 1, 2, d->day), part;

	if (!n)
		return 0;
	n += ordinal_at(s + n);
	n += gap_at(s + n);
	part = is_digit(s[n]) ? digits_at(s + n, 1, 2, d->month) : month_word_at(s + n, d->month);
	if (!part)
		return 0;
	n += part;
	part = gap_at(s + n);
	n += part;
	if (!part)
		return 0;
	part = digits_at(s + n, 2, 4, d->year);
	return part == 2 || part == 4 ? n + part : 0;
}

static size_t iso_at(const char *s, struct date *d)
{
	if (digits_at(s, 4, 4, d->year) && (s[4] == '-' || s[4] == '/') &&
		digits_at(s + 5, 2, 2, d->month) && s[7] == s[4] && digits_at(s + 8, 2, 2, d->day))
		return 10;
	return 0;
}

static bool says(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= len; i++)
		if (strncasecmp(s + i, word, n) == 0)
			return true;
	return false;
}

/* Do the words around it speak of a birth? */
static bool beside_birth(const char *text, const char *s, size_t len)
{
	static const char *const words[] = { "born", "birth", "dob", "d.o.b", "aged" };
	size_t before = (size_t)(s - text), after = strnlen(s + len, 16);

	if (before > 24)
		before = 24;
	for (size_t i = 0; i < COUNT(words); i++)
		if (says(s - before, before, words[i]) || says(s + len, after, words[i]))
			return true;
	return false;
}

static size_t birth_at(const char *text, const char *s, const char *today)
{
	struct date d;
	char out[11], limit[11];
	int this_year = (int)strtol(today, NULL, 10);
	size_t n = iso_at(s, &d);

	if (!n)
		n = day_first(s, &d);
	if (!n || is_word(s[n]))
		return 0;
	if (strlen(d.year) == 2) {
		int year = this_year / 100 * 100 + (int)strtol(d.year, NULL, 10);

		snprintf(d.year, sizeof d.year, "%04d", year > this_year ? year - 100 : year);
	}
	if (!check_date(d.day, d.month, d.year, out) || strcmp(out, "1890") < 0)
		return 0;
	snprintf(limit, sizeof limit, "%04d%s", (this_year - 2) % 10000, today + 4);
	return strcmp(out, limit) < 0 || (strcmp(out, today) <= 0 && beside_birth(text, s, n)) ? n
											       : 0;
}

/* ---- Postcode -------------------------------------------------------------------------------- */

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Small letters only where all are: "vitamin D3 2ug" is none. */
static size_t postcode_at(const char *s)
{
	char copy[9], out[9];
	size_t n = 0, i = 0;
	bool upper = is_upper(*s);

	while (n < 4 && is_word(s[i]) && (unsigned char)s[i] < 0x80) {
		copy[n++] = s[i++];
		if (n >= 2 && space_at(s + i))
			break;
		if (n >= 2 && is_digit(s[i]) && is_letter(s[i + 1]) && is_letter(s[i + 2]) &&
			!is_word(s[i + 3]))
			break;
	}
	i += space_at(s + i);
	for (size_t k = 0; k < 3; k++, i++) {
		if (!s[i] || (unsigned char)s[i] >= 0x80)
			return 0;
		copy[n++] = s[i];
	}
	copy[n] = '\0';
	for (size_t k = 0; k < n; k++)
		if (is_letter(copy[k]) && is_upper(copy[k]) != upper)
			return 0;
	return !is_word(s[i]) && check_postcode(copy, out) ? i : 0;
}

/* ---- Title and name -------------------------------------------------------------------------- */

static size_t title_at(const char *s, bool *small)
{
	static const struct {
		const char *title;
		bool any_case; /* is no word, however it is written */
	} titles[] = { { "mrs", true }, { "mr", true }, { "Miss", false }, { "Ms", false },
		{ "Mx", false }, { "Dr", false }, { "DR", false }, { "dr", false },
		{ "Doctor", false }, { "Professor", false }, { "Prof", false }, { "Rev", false },
		{ "Reverend", false }, { "Sir", false }, { "Dame", false }, { "Master", false } };

	for (size_t i = 0; i < COUNT(titles); i++) {
		size_t n = strlen(titles[i].title);

		if ((titles[i].any_case ? strncasecmp : strncmp)(s, titles[i].title, n) != 0)
			continue;
		if (is_word(s[n]))
			continue;
		*small = titles[i].any_case;
		return n + (s[n] == '.');
	}
	return 0;
}

/* Letters, and the apostrophes and hyphens inside a name. */
static size_t name_word_at(const char *s)
{
	size_t n = 0;

	while (n < 60 &&
		(is_letter(s[n]) || (n > 0 && is_one_of(s[n], "'-") && is_letter(s[n + 1]))))
		n++;
	while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80) /* a whole character */
		n--;
	if (n > 2 && strncasecmp(s + n - 2, "'s", 2) == 0)
		n -= 2;
	if (n > 4 && strncmp(s + n - 4, "\xE2\x80\x99s", 4) == 0)
		n -= 4;
	return n;
}

static bool begins_large(const char *s)
{
	return is_upper(*s) || ((unsigned char)*s == 0xC3 && (unsigned char)s[1] < 0x9F);
}

static bool is_small_word(const char *s, size_t len)
{
	static const char *const words[] = { "and", "or", "the", "is", "was", "has", "had", "who" };

	for (size_t i = 0; i < COUNT(words); i++)
		if (strlen(words[i]) == len && strncasecmp(s, words[i], len) == 0)
			return true;
	return false;
}

static size_t name_at(const char *s)
{
	bool small;
	size_t n = title_at(s, &small), space, word;
	size_t end = 0;

	for (int words = 0; n && words < 4; words++) {
		space = space_at(s + n);
		space += space ? space_at(s + n + space) : 0;
		word = space ? name_word_at(s + n + space) : 0;
		if (!word || is_small_word(s + n + space, word))
			break;
		if (!begins_large(s + n + space) && (!small || words > 0 || word < 3))
			break;
		n += space + word;
		end = n;
		if (word == 1 && s[n] == '.') /* an initial */
			end = ++n;
	}
	return end;
}

/* ---- The text -------------------------------------------------------------------------------- */

static size_t passage_at(
	const char *text, const char *s, const char *today, enum identity_kind *kind)
{
	size_t n = 0;

	if (is_word(*s) && (n = email_at(s)))
		*kind = IDENTITY_EMAIL;
	else if (is_digit(*s) && (n = nhs_number_at(s)))
		*kind = IDENTITY_NHS_NUMBER;
	else if (is_digit(*s) && (n = birth_at(text, s, today)))
		*kind = IDENTITY_BIRTH;
	else if (is_one_of(*s, "+(0") && (n = telephone_at(s)))
		*kind = IDENTITY_TELEPHONE;
	else if (is_letter(*s) && (n = postcode_at(s)))
		*kind = IDENTITY_POSTCODE;
	else if (is_letter(*s) && (n = name_at(s)))
		*kind = IDENTITY_NAME;
	return n;
}

void identity_find(const char *text, const char *today, struct identity *out)
{
	const char *s = text;

	out->n = 0;
	while (*s && out->n < IDENTITY_MOST) {
		enum identity_kind kind = IDENTITY_KINDS;
		bool begins = s == text || !is_word(s[-1]);
		size_t n = begins ? passage_at(text, s, today, &kind) : 0;

		if (n > 0)
			out->list[out->n++] =
				(struct identity_passage){ (size_t)(s - text), n, kind };
		s += n ? n : 1;
	}
}

const char *identity_words(enum identity_kind kind)
{
	static const char *const words[IDENTITY_KINDS] = {
		[IDENTITY_NHS_NUMBER] = "looks like an NHS number",
		[IDENTITY_BIRTH] = "looks like a date of birth",
		[IDENTITY_TELEPHONE] = "looks like a telephone number",
		[IDENTITY_EMAIL] = "looks like an email address",
		[IDENTITY_NAME] = "looks like somebody’s name",
		[IDENTITY_POSTCODE] = "looks like a postcode",
	};

	return words[kind];
}
