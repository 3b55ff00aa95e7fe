/* qr_test.c: QR codes as a path, and what an authenticator app is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <qrencode.h>
#include "buf.h"
#include "qr.h"

enum { SIDE = 200 };

/* The squares of a path, drawn again. */
static void fill(const char *path, unsigned char squares[SIDE][SIDE])
{
	int x, y, n, back, read;

	while (*path) {
		assert_int_equal(sscanf(path, "M%d %dh%dv1h-%dz%n", &x, &y, &n, &back, &read), 4);
		assert_int_equal(n, back);
		assert_true(x >= 0 && y >= 0 && y < SIDE && x + n <= SIDE);
		for (int i = 0; i < n; i++) {
			assert_int_equal(squares[y][x + i], 0);
			squares[y][x + i] = 1;
		}
		path += read;
	}
}

static void the_path_is_the_code(void **state)
{
	static const char *const texts[] = { "a", "otpauth://totp/x?secret=ABCDEFGH",
		"Ünïcode, and a text that is rather longer than the others, so that it takes a "
		"larger code than they do" };
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		unsigned char squares[SIDE][SIDE] = { 0 };
		struct qr qr = qr_make(ctx, texts[i]);
		QRcode *code = QRcode_encodeString8bit(texts[i], 0, QR_ECLEVEL_M);

		fill(qr.path, squares);
		assert_int_equal(qr.size, code->width + 8);
		for (int y = 0; y < qr.size; y++)
			for (int x = 0; x < qr.size; x++) {
				bool inside = x >= 4 && y >= 4 && x < code->width + 4 &&
					      y < code->width + 4;
				int due =
					inside ? code->data[(y - 4) * code->width + x - 4] & 1 : 0;

				assert_int_equal(squares[y][x], due);
			}
		QRcode_free(code);
	}
	talloc_free(ctx);
}

static void names_are_escaped(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_string_equal(
		qr_otpauth(ctx, "Avonmere: Care & Co Soundings", "a+b@c.example", "ABC"),
		"otpauth://totp/Avonmere%20Care%20%26%20Co%20Soundings:a%2Bb@c.example"
		"?secret=ABC&issuer=Avonmere%20Care%20%26%20Co%20Soundings");
	assert_string_equal(qr_otpauth(ctx, "é", "x?secret=Z#", "ABC"),
		"otpauth://totp/%C3%A9:x%3Fsecret%3DZ%23?secret=ABC&issuer=%C3%A9");
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_path_is_the_code),
		cmocka_unit_test(names_are_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
