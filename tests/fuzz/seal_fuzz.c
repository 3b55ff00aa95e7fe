/* seal_fuzz.c: sealed text, any bytes: nothing opens but what we sealed, for its own purpose,
 * unaltered. */
#include "fuzz.h"
#include "seal.h"

static struct conf *conf;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	conf = fuzz_conf();
	return 0;
}

static void round_trip(TALLOC_CTX *ctx, const uint8_t *data, size_t size)
{
	char *sealed = seal(ctx, conf, "fuzz", data, size);
	size_t at = size ? data[0] % strlen(sealed) : 0;
	struct bytes plain;

	ASSERT(seal_open(ctx, conf, "fuzz", sealed, &plain));
	ASSERT(plain.len == size && memcmp(plain.data, data, size) == 0 &&
		plain.data[size] == '\0');
	ASSERT(!seal_open(ctx, conf, "other", sealed, &plain));
	sealed[at] = sealed[at] == 'A' ? 'B' : 'A';
	ASSERT(!seal_open(ctx, conf, "fuzz", sealed, &plain));
	sealed[at] = '\0';
	ASSERT(!seal_open(ctx, conf, "fuzz", sealed, &plain));
}

static void letters(TALLOC_CTX *ctx, const char *text)
{
	struct bytes bytes;

	if (base64url_open(ctx, text, &bytes))
		ASSERT(strcmp(base64url(ctx, bytes.data, bytes.len), text) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *text = fuzz_string(data, size);
	struct bytes plain;

	ASSERT(!seal_open(ctx, conf, "fuzz", text, &plain));
	letters(ctx, text);
	round_trip(ctx, data, size);
	free(text);
	talloc_free(ctx);
	return 0;
}
