/* params_fuzz.c: urlencoded text, any bytes: what is accepted is clean, and survives being written
 * and read again. */
#include "fuzz.h"

static void escape(struct buf *out, const char *text)
{
	for (const unsigned char *s = (const unsigned char *)text; *s; s++)
		buf_addf(out, "%%%02X", *s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct params params, again;
	struct buf text = { .ctx = ctx };
	char *copy = must(malloc(size ? size : 1)); /* no NUL behind it */

	memcpy(copy, data, size);
	if (params_parse(ctx, copy, size, &params)) {
		ASSERT(params.n <= PARAMS_MAX);
		for (size_t i = 0; i < params.n; i++) {
			const struct param *p = &params.list[i];

			ASSERT(*p->name && fuzz_is_clean(p->name) && fuzz_is_clean(p->value));
			ASSERT(!strchr(p->value, '\r') && text_length(p->value) <= size);
			if (i < 20) { /* these two look at all of them */
				ASSERT(params_count(&params, p->name) >= 1);
				ASSERT(!params_nth(
					&params, p->name, params_count(&params, p->name)));
			}
			if (i)
				buf_addc(&text, '&');
			escape(&text, p->name);
			buf_addc(&text, '=');
			escape(&text, p->value);
		}
		ASSERT(params_parse(ctx, buf_text(&text), text.len, &again) && again.n == params.n);
		for (size_t i = 0; i < params.n; i++)
			ASSERT(strcmp(params.list[i].name, again.list[i].name) == 0 &&
				strcmp(params.list[i].value, again.list[i].value) == 0);
	}
	free(copy);
	talloc_free(ctx);
	return 0;
}
