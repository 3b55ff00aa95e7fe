/* checks.c: rules of single values, each pure: the same text always gives the same answer. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "form_parts.h"

/* The C locale's, whatever the process's locale is. */
static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* How many bytes of a space begin here: people paste no-break and narrow spaces inside numbers. */
static size_t space_bytes(const char *s)
{
	if (is_one_of(*s, " \t\n\r"))
		return 1;
	if (strncmp(s, "\xC2\xA0", 2) == 0)
		return 2;
	if (strncmp(s, "\xE2\x80\x89", 3) == 0 || strncmp(s, "\xE2\x80\xAF", 3) == 0)
		return 3;
	return 0;
}

/* Copies without spaces and the characters of `also`; false when it does not fit. */
static bool squeeze(const char *text, const char *also, char *out, size_t size)
{
	size_t n = 0;

	while (*text) {
		size_t space = space_bytes(text);

		if (!space && is_one_of(*text, also))
			space = 1;
		if (space) {
			text += space;
			continue;
		}
		if (n + 1 >= size)
			return false;
		out[n++] = *text++;
	}
	out[n] = '\0';
	return true;
}

static bool all_digits(const char *text)
{
	if (!*text)
		return false;
	for (; *text; text++)
		if (!is_digit(*text))
			return false;
	return true;
}

/* ---- E-mail ---------------------------------------------------------------------------------- */

/* RFC 5321 4.1.2 without its quoted and address-literal forms, which no person types; lengths
 * of 4.5.3.1. */
static bool email_local(const char *text, size_t len)
{
	if (len < 1 || len > 64 || text[0] == '.' || text[len - 1] == '.')
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c == '.' && text[i + 1] == '.')
			return false;
		if (!is_letter(c) && !is_digit(c) && !is_one_of(c, ".!#$%&'*+-/=?^_`{|}~"))
			return false;
	}
	return true;
}

/* RFC 1035 2.3.1: labels of letters, digits and inner hyphens; at least two, the last not only
 * digits. */
static bool email_domain(const char *text)
{
	size_t labels = 0, len;
	bool letters;

	for (;; text += len + 1) {
		len = strcspn(text, ".");
		if (len < 1 || len > 63 || text[0] == '-' || text[len - 1] == '-')
			return false;
		letters = false;
		for (size_t i = 0; i < len; i++) {
			if (!is_letter(text[i]) && !is_digit(text[i]) && text[i] != '-')
				return false;
			letters |= is_letter(text[i]);
		}
		labels++;
		if (!text[len])
			return labels > 1 && letters && len > 1;
	}
}

bool check_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at && strlen(text) <= 254 && email_local(text, (size_t)(at - text)) &&
	       email_domain(at + 1);
}

/* ---- NHS number ------------------------------------------------------------------------------ */

/* NHS Data Dictionary, NHS NUMBER: the tenth digit is 11 minus the remainder by 11 of the weighted
 * sum (weights 10 to 2); 11 is written 0, and 10 is never issued. Ten zeros satisfy the sum, but
 * are nobody's. */
bool check_nhs_number(const char *text, char out[11])
{
	char digits[11];
	int sum = 0, check;

	if (!squeeze(text, "-", digits, sizeof digits) || strlen(digits) != 10 ||
		!all_digits(digits))
		return false;
	for (int i = 0; i < 9; i++)
		sum += (10 - i) * (digits[i] - '0');
	check = (11 - sum % 11) % 11;
	if (check == 10 || check != digits[9] - '0' || strcmp(digits, "0000000000") == 0)
		return false;
	memcpy(out, digits, sizeof digits);
	return true;
}

/* ---- Postcode -------------------------------------------------------------------------------- */

/* The outward half: A9 A99 A9A AA9 AA99 AA9A (BS 7666; the letters that Royal Mail does not use are
 * refused). */
static bool outward(const char *s, size_t len)
{
	size_t letters = is_letter(s[0]) ? (is_letter(s[1]) ? 2 : 1) : 0;

	if (len < 2 || len > 4 || letters == 0 || len == letters || len > letters + 2)
		return false;
	if (is_one_of(s[0], "QVX") || (letters == 2 && is_one_of(s[1], "IJZ")))
		return false;
	return is_digit(s[letters]) &&
	       (len == letters + 1 || is_digit(s[len - 1]) || is_letter(s[len - 1]));
}

bool check_postcode(const char *text, char out[9])
{
	char code[8];
	size_t len;

	if (!squeeze(text, "", code, sizeof code))
		return false;
	len = strlen(code);
	for (size_t i = 0; i < len; i++)
		code[i] = upper(code[i]);
	if (len < 5 || !is_digit(code[len - 3]) || !is_letter(code[len - 2]) ||
		!is_letter(code[len - 1]) || is_one_of(code[len - 2], "CIKMOV") ||
		is_one_of(code[len - 1], "CIKMOV"))
		return false;
	if (strcmp(code, "GIR0AA") != 0 && !outward(code, len - 3))
		return false;
	snprintf(out, 9, "%.*s %s", (int)(len - 3), code, code + len - 3);
	return true;
}

/* ---- Date ------------------------------------------------------------------------------------ */

/* A number of so many digits, with nothing but spaces around it; 0 when it is not one. */
static int number_of(const char *text, size_t least, size_t most)
{
	int number = 0;
	size_t digits = 0, space;

	while ((space = space_bytes(text)))
		text += space;
	for (; is_digit(*text) && digits <= most; digits++)
		number = number * 10 + (*text++ - '0');
	while ((space = space_bytes(text)))
		text += space;
	return !*text && digits >= least && digits <= most ? number : 0;
}

int check_day(const char *text)
{
	int day = number_of(text, 1, 2);

	return day <= 31 ? day : 0;
}

int check_month(const char *text)
{
	static const char *const names[12] = { "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY",
		"JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER" };
	char word[16];
	int month = number_of(text, 1, 2);
	size_t len;

	if (month)
		return month <= 12 ? month : 0;
	if (!squeeze(text, ".", word, sizeof word) || (len = strlen(word)) < 3)
		return 0;
	for (size_t i = 0; i < len; i++)
		word[i] = upper(word[i]);
	for (int i = 0; i < 12; i++)
		if (strncmp(word, names[i], len) == 0)
			return i + 1;
	return 0;
}

/* Four digits, since 26 may be 1926; MariaDB's DATE begins at 1000. */
int check_year(const char *text)
{
	int year = number_of(text, 4, 4);

	return year >= 1000 ? year : 0;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool check_date(const char *day, const char *month, const char *year, char out[11])
{
	static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int d = check_day(day), m = check_month(month), y = check_year(year);

	if (!d || !m || !y || d > days[m - 1] + (m == 2 && is_leap(y)))
		return false;
	snprintf(out, 11, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100,
		(unsigned)d % 100);
	return true;
}

/* The first second of British Summer Time's change in a month: its last Sunday, 01:00 UTC. */
static int64_t last_sunday(int year, int month)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = 31, .tm_hour = 1 };
	time_t end = timegm(&tm);

	return end - (int64_t)tm.tm_wday * 86400;
}

/* Summer Time Order 2002: from the last Sunday of March to the last Sunday of October, at 01:00
 * UTC. No time zone of the process is touched: another page may be asking for another one. */
void check_today(int64_t now, char out[11])
{
	time_t t = (time_t)now;
	struct tm tm;

	gmtime_r(&t, &tm);
	if (now >= last_sunday(tm.tm_year + 1900, 3) && now < last_sunday(tm.tm_year + 1900, 10)) {
		t += 3600;
		gmtime_r(&t, &tm);
	}
	strftime(out, 11, "%Y-%m-%d", &tm);
}

/* ---- Number ---------------------------------------------------------------------------------- */

/* "1,200", "1 200", "-3" (a hyphen or U+2212), "+3": whole numbers of up to 18 digits. A separator
 * stands before three digits, so that "1,5" is not read as fifteen. */
bool check_number(const char *text, int64_t *out)
{
	bool negative = false;
	int64_t number = 0;
	size_t digits = 0, group = 0, space;
	bool grouped = false;

	while ((space = space_bytes(text)))
		text += space;
	if (*text == '-' || *text == '+')
		negative = *text++ == '-';
	else if (strncmp(text, "\xE2\x88\x92", 3) == 0) {
		negative = true;
		text += 3;
	}
	for (;;) {
		if (is_digit(*text)) {
			if (++digits > 18)
				return false;
			number = number * 10 + (*text++ - '0');
			group++;
			continue;
		}
		space = *text == ',' ? 1 : space_bytes(text);
		if (!space || !is_digit(text[space]))
			break;
		if (digits == 0 || (grouped ? group != 3 : group > 3))
			return false;
		grouped = true;
		group = 0;
		text += space;
	}
	if (digits == 0 || (grouped && group != 3))
		return false;
	while ((space = space_bytes(text)))
		text += space;
	*out = negative ? -number : number;
	return !*text;
}

/* The digits behind the point, as hundredths; -1: not up to two of them. */
static int64_t hundredths_of(const char *text, size_t *used)
{
	int64_t value = 0;
	size_t n = 0;

	while (n < 3 && is_digit(text[n]))
		value = value * 10 + (text[n++] - '0');
	*used = n;
	return n == 1 ? value * 10 : n == 2 ? value : -1;
}

bool check_decimal(const char *text, int64_t *hundredths)
{
	enum { LONGEST = 40 };
	char whole[LONGEST + 1];
	size_t n = 0, used = 0, space;
	int64_t number = 0, part = 0;
	bool negative;

	while ((space = space_bytes(text)))
		text += space;
	negative = *text == '-' || strncmp(text, "\xE2\x88\x92", 3) == 0;
	if (negative)
		text += *text == '-' ? 1 : 3;
	if (strncmp(text, "\xC2\xA3", 2) == 0)
		text += 2;
	while (text[n] && text[n] != '.' && text[n] != '%' && n < LONGEST) {
		whole[n] = text[n];
		n++;
	}
	whole[n] = '\0';
	text += n;
	if (strpbrk(whole, "+-") || !check_number(whole, &number) || number < 0 ||
		number > INT64_MAX / 1000)
		return false;
	if (*text == '.') {
		part = hundredths_of(text + 1, &used);
		text += 1 + used;
	}
	while ((space = *text == '%' ? 1 : space_bytes(text)))
		text += space;
	*hundredths = (number * 100 + part) * (negative ? -1 : 1);
	return part >= 0 && !*text;
}
