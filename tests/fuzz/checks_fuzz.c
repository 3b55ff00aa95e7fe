/* checks_fuzz.c: the rules of single values, any text: what is accepted is canonical, and accepted
 * again as it is. */
#include "fuzz.h"
#include "form.h"

static void email(const char *text)
{
	if (!check_email(text))
		return;
	ASSERT(strlen(text) <= 254 && strchr(text, '@') == strrchr(text, '@'));
	for (const unsigned char *s = (const unsigned char *)text; *s; s++)
		ASSERT(*s > 0x20 && *s < 0x7f &&
			!strchr("<>()[],;:\\\"", *s)); /* no header, no second address */
}

static void nhs_number(const char *text)
{
	char out[11], again[11];

	if (!check_nhs_number(text, out))
		return;
	ASSERT(strlen(out) == 10 && strspn(out, "0123456789") == 10);
	ASSERT(check_nhs_number(out, again) && strcmp(out, again) == 0);
	out[9] = out[9] == '9' ? '0' : (char)(out[9] + 1);
	ASSERT(!check_nhs_number(out, again)); /* one wrong digit is always found */
}

static void postcode(const char *text)
{
	char out[9], again[9];

	if (!check_postcode(text, out))
		return;
	ASSERT(strlen(out) >= 6 && strlen(out) <= 8 && out[strlen(out) - 4] == ' ');
	ASSERT(strspn(out, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ") == strlen(out));
	ASSERT(check_postcode(out, again) && strcmp(out, again) == 0);
}

static void number(const char *text)
{
	char digits[32];
	int64_t n, again;

	if (!check_number(text, &n))
		return;
	ASSERT(n > -INT64_C(1000000000000000000) && n < INT64_C(1000000000000000000));
	snprintf(digits, sizeof digits, "%lld", (long long)n);
	ASSERT(check_number(digits, &again) && n == again);
}

/* Day, month and year stand on lines of their own. */
static void date(char *text)
{
	char *month = strchr(text, '\n'), *year = month ? strchr(month + 1, '\n') : NULL, out[11],
	     again[11];

	if (!year)
		return;
	*month++ = *year++ = '\0';
	if (!check_date(text, month, year, out))
		return;
	ASSERT(strlen(out) == 10 && out[4] == '-' && out[7] == '-' && strcmp(out, "1000") > 0);
	out[4] = out[7] = '\0';
	ASSERT(check_date(out + 8, out + 5, out, again));
	out[4] = out[7] = '-';
	ASSERT(strcmp(out, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);

	email(text);
	nhs_number(text);
	postcode(text);
	number(text);
	date(text);
	free(text);
	return 0;
}
