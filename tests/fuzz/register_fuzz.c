/* register_fuzz.c: registers of any bytes: texts that fit their columns, each fault with a line. */
#include "fuzz.h"
#include "register_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *text = fuzz_string(data, size);
	struct register_file *file = register_read(ctx, text, size);

	ASSERT(!file->refused || fuzz_is_clean(file->refused));
	for (size_t i = 0; i < file->n; i++) {
		ASSERT(file->rows[i].line > 0 &&
			(file->rows[i].wrong || file->rows[i].values[REGISTER_REFERENCE]));
		for (size_t k = 0; k < REGISTER_COLUMNS; k++)
			ASSERT(!file->rows[i].values[k] ||
				(fuzz_is_clean(file->rows[i].values[k]) &&
					text_length(file->rows[i].values[k]) <= 2000));
	}
	for (size_t i = 0; i < file->n_faults; i++)
		ASSERT(file->faults[i].line > 0 && fuzz_is_clean(file->faults[i].reason));
	free(text);
	talloc_free(ctx);
	return 0;
}
