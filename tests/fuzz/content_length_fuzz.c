/* content_length_fuzz.c: CONTENT_LENGTH as nginx or anybody sends it: a number within our limit, or
 * a refusal. */
#include "fuzz.h"
#include "fcgi.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);

	for (int i = 0; i < 4; i++) {
		bool post = i & 1;
		size_t most = i & 2 ? FILES_MOST : BODY_MOST, len = 12345678;
		int status = content_length(text, post, most, &len);

		ASSERT(status == 0 || status == 400 || status == 411 || status == 413);
		if (status == 0) {
			ASSERT(len <= most && strspn(text, "0123456789") == strlen(text));
			ASSERT(len == (*text ? strtoul(text, NULL, 10) : 0));
		}
	}
	free(text);
	return 0;
}
