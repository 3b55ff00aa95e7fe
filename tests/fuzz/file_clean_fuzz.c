/* file_clean_fuzz.c: pictures of any bytes: a cleaned one is no longer than it was, is clean when
 * it is cleaned again, and holds no Exif but which way up. Input: which kind, then the picture. */
#include "file_clean.h"
#include "fuzz.h"

static bool clean(int kind, struct bytes in, struct buf *out)
{
	return kind == 0   ? file_clean_jpeg(in, out)
	       : kind == 1 ? file_clean_png(in, out)
			   : file_clean_webp(in, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct buf once = { .ctx = ctx }, twice = { .ctx = ctx };
	int kind = size ? data[0] % 3 : 0;
	uint8_t *copy;

	if (size > 0) {
		copy = must(malloc(size));
		memcpy(copy, data + 1, size - 1);
		if (clean(kind, (struct bytes){ copy, size - 1 }, &once)) {
			ASSERT(once.len <= size - 1);
			ASSERT(clean(kind, (struct bytes){ (const uint8_t *)once.data, once.len },
				&twice));
			ASSERT(once.len == twice.len &&
				memcmp(once.data, twice.data, once.len) == 0);
		}
		free(copy);
	}
	talloc_free(ctx);
	return 0;
}
