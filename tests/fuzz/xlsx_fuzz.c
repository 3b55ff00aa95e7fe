/* xlsx_fuzz.c: workbooks of any bytes: refused in words, or a text that the CSV reader takes. */
#include "csv_read.h"
#include "fuzz.h"
#include "xlsx_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct buf out = { .ctx = ctx };
	const char *refused = xlsx_read(ctx, (struct bytes){ data, size }, &out);

	if (refused)
		ASSERT(fuzz_is_clean(refused));
	else
		ASSERT(out.len <= XLSX_READ_TEXT + 65536);
	talloc_free(ctx);
	return 0;
}
