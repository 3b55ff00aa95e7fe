/* identity_fuzz.c: any text: passages lie inside it, in order, none within another, and what is
 * left when they are taken out can be looked at again. */
#include "fuzz.h"
#include "identity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	size_t length = strlen(text), at = 0;
	bool clean = text_is_utf8(text, length);
	struct identity found;

	identity_find(text, "2026-11-22", &found);
	ASSERT(found.n <= IDENTITY_MOST);
	for (size_t i = 0; i < found.n; i++) {
		const struct identity_passage *p = &found.list[i];

		ASSERT(p->length > 0 && p->start >= at && p->start + p->length <= length);
		ASSERT(p->kind < IDENTITY_KINDS);
		/* Cut where characters end, or the page would hold half of one. */
		ASSERT(!clean || text_is_utf8(text + p->start, p->length));
		at = p->start + p->length;
	}
	free(text);
	return 0;
}
