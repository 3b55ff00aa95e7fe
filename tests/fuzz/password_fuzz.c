/* password_fuzz.c: the password rules, for any password and any owner; and QR codes of any text. */
#include <string.h>
#include "buf.h"
#include "fuzz.h"
#include "password.h"
#include "qr.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *password = text_copyn(ctx, (const char *)data, size);
	size_t len = strlen(password);
	const char *rest =
		len < size ? text_copyn(ctx, (const char *)data + len + 1, size - len - 1) : "";
	struct password_owner owner = { rest, "a.person@example.org", rest, "Test Care Board" };

	password_refusal(ctx, password, &owner);
	if (*rest && strlen(rest) < 300)
		qr_make(ctx, qr_otpauth(ctx, rest, "a.person@example.org", "ABCDEFGH"));
	talloc_free(ctx);
	return 0;
}
