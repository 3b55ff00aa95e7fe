/* cookies_fuzz.c: a Cookie header, any text: never an error, and only printable names and values
 * come out. */
#include "fuzz.h"

static void check(const char *text)
{
	for (const unsigned char *s = (const unsigned char *)text; *s; s++)
		ASSERT(*s > 0x20 && *s < 0x7f && *s != ';' && *s != '"' && *s != ',' && *s != '\\');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *header = fuzz_string(data, size);
	struct params cookies;

	cookies_parse(ctx, header, &cookies);
	ASSERT(cookies.n <= 20);
	for (size_t i = 0; i < cookies.n; i++) {
		ASSERT(*cookies.list[i].name && !strchr(cookies.list[i].name, '='));
		check(cookies.list[i].name);
		check(cookies.list[i].value);
		ASSERT(strstr(header, cookies.list[i].value));
	}
	free(header);
	talloc_free(ctx);
	return 0;
}
